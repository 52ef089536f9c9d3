import { css, type CSSResult, unsafeCSS } from 'lit';
import type { ColorName } from '../../../../model/colors.ts';

/** Each of Pipedrive's colours in the theme's; one that is missing does not compile. */
const colors: { readonly [C in ColorName]: CSSResult } = {
  green: css`var(--vscode-charts-green)`,
  'light-green': css`color-mix(in srgb, var(--vscode-charts-green) 60%, white)`,
  blue: css`var(--vscode-charts-blue)`,
  'light-blue': css`color-mix(in srgb, var(--vscode-charts-blue) 60%, white)`,
  red: css`var(--vscode-charts-red)`,
  pink: css`var(--vscode-terminal-ansiBrightMagenta)`,
  yellow: css`var(--vscode-charts-yellow)`,
  orange: css`var(--vscode-charts-orange)`,
  brown: css`color-mix(in srgb, var(--vscode-charts-orange) 60%, black)`,
  purple: css`var(--vscode-charts-purple)`,
  gray: css`var(--vscode-disabledForeground)`,
  'dark-gray': css`color-mix(in srgb, var(--vscode-disabledForeground) 60%, black)`,
};

const swatches = unsafeCSS(
  Object.entries(colors)
    .map(([name, color]) => `.swatch-${name} { --swatch: ${color.cssText}; }`)
    .join('\n'),
);

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

  .chips > input:not([type='radio'], [type='checkbox']) {
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

  ${swatches}
`;
