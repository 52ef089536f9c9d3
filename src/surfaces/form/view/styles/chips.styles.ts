import { css } from 'lit';

/** Chosen options, and the colours that Pipedrive knows for them. */
export const chips = css`
  .chips {
    align-items: center;
    cursor: text;
    display: flex;
    flex-wrap: wrap;
    gap: 3px;
    padding: 1px;
  }

  .chips > input:not([type='radio']) {
    min-width: 72px;
    width: 72px;
  }

  .chip {
    align-items: center;
    background-color: var(--vscode-list-inactiveSelectionBackground);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-radius: 4px;
    color: var(--vscode-list-inactiveSelectionForeground, var(--vscode-foreground));
    cursor: default;
    display: inline-flex;
    gap: 5px;
    line-height: 16px;
    max-width: 100%;
    padding-inline-start: 6px;
  }

  .chip bdi {
    min-width: 0;
    padding-block: 2px;
  }

  .chip .icon-button {
    color: inherit;
    height: 20px;
    width: 20px;
  }

  .popup .check {
    align-self: flex-start;
    color: inherit;
    margin-top: 1px;
  }

  .swatch {
    --swatch: transparent;

    background-color: var(--swatch);
    border: 1px solid currentColor;
    border-radius: 50%;
    flex: none;
    height: 9px;
    width: 9px;
  }

  .swatch-red {
    --swatch: var(--vscode-charts-red);
  }

  .swatch-orange {
    --swatch: var(--vscode-charts-orange);
  }

  .swatch-yellow {
    --swatch: var(--vscode-charts-yellow);
  }

  .swatch-green {
    --swatch: var(--vscode-charts-green);
  }

  .swatch-blue {
    --swatch: var(--vscode-charts-blue);
  }

  .swatch-purple {
    --swatch: var(--vscode-charts-purple);
  }

  .swatch-pink {
    --swatch: var(--vscode-terminal-ansiBrightMagenta);
  }

  .swatch-brown {
    --swatch: color-mix(in srgb, var(--vscode-charts-orange) 60%, black);
  }

  .swatch-gray {
    --swatch: var(--vscode-disabledForeground);
  }

  .swatch-dark-gray {
    --swatch: color-mix(in srgb, var(--vscode-disabledForeground) 60%, black);
  }
`;
