import { css } from 'lit';

/** As VS Code's own panels and extension pages have them: the open one is underlined. */
export const tabs = css`
  .tabs {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }

  .tab {
    align-items: center;
    background: none;
    border: 0;
    border-bottom: 1px solid transparent;
    color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    gap: 6px;
    margin-bottom: -1px;
    padding: 6px 2px;
  }

  .tab:hover,
  .tab[aria-selected='true'] {
    color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
  }

  .tab[aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, var(--vscode-focusBorder));
    /* High contrast alone has this colour; there the underline is lost in the strip's own line. */
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }

  .tab:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }

  .tab .badge {
    background-color: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 9px;
    color: var(--vscode-badge-foreground);
    font-size: 0.85em;
    line-height: 1.4;
    min-width: 8px;
    padding: 0 5px;
    text-align: center;
  }

  [role='tabpanel'][hidden] {
    display: none;
  }
`;
