import { css } from 'lit';

/** The choice between two changes of one field. */
export const conflict = css`
  .conflict {
    background-color: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-inline-start: 3px solid var(--vscode-editorWarning-foreground);
    border-radius: 4px;
    margin-top: 8px;
    padding: 10px 12px;
  }

  .conflict-title {
    align-items: center;
    display: flex;
    font-weight: 600;
    gap: 6px;
  }

  .conflict-title vscode-icon {
    color: var(--vscode-notificationsWarningIcon-foreground, currentColor);
    flex: none;
  }

  .conflict dl {
    display: grid;
    gap: 4px 12px;
    grid-template-columns: auto minmax(0, 1fr);
    margin: 8px 0 10px;
  }

  .conflict dt {
    color: var(--vscode-descriptionForeground);
  }

  .conflict dd {
    max-height: 12em;
    overflow-y: auto;
    white-space: pre-wrap;
  }
`;
