import { css } from 'lit';

/** A record's page: its head, what is to be known above it, and what stands in its place while there is none. */
export const page = css`
  header {
    align-items: flex-start;
    display: flex;
    gap: 10px;
    margin-bottom: 16px;
  }

  header vscode-icon {
    flex: none;
    margin-top: 2px;
  }

  header > div {
    min-width: 0;
  }

  h1 {
    color: var(--vscode-settings-headerForeground, var(--vscode-foreground));
    font-size: 1.55em;
    font-weight: 600;
    line-height: 1.35;
    /* Beside its icon, in whichever direction it is written. */
    text-align: left;
  }

  .sub {
    color: var(--vscode-descriptionForeground);
  }

  /* Said in words, since a colour alone tells not everybody. */
  .production {
    background-color: var(--vscode-pipedrive-productionBackground);
    border: 1px solid var(--vscode-pipedrive-production);
    border-radius: 3px;
    color: var(--vscode-pipedrive-productionForeground);
    display: inline-block;
    font-size: 0.85em;
    font-weight: 600;
    line-height: 1.4;
    margin-inline-start: 6px;
    padding: 0 6px;
    white-space: nowrap;
  }

  /* Along the whole page, so that it stays in sight when the head does not. */
  main[data-production] {
    border-inline-start: 4px solid var(--vscode-pipedrive-production);
    min-height: 100vh;
  }

  .notice {
    align-items: flex-start;
    background-color: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-inline-start: 3px solid var(--vscode-editorInfo-foreground);
    border-radius: 4px;
    color: var(--vscode-editorWidget-foreground);
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    padding: 9px 12px;
  }

  .notice.warning {
    border-inline-start-color: var(--vscode-editorWarning-foreground);
  }

  .notice.error {
    border-inline-start-color: var(--vscode-editorError-foreground);
  }

  .notice vscode-icon {
    color: var(--vscode-notificationsInfoIcon-foreground, currentColor);
    flex: none;
    margin-top: 1px;
  }

  .notice.warning vscode-icon {
    color: var(--vscode-notificationsWarningIcon-foreground, currentColor);
  }

  .notice.error vscode-icon {
    color: var(--vscode-notificationsErrorIcon-foreground, currentColor);
  }

  /* Beside its icon in any case; beside its buttons where that makes few lines of it, since it may stay at the top. */
  .notice p {
    flex: 1 1 min(280px, 100% - 26px);
    min-width: 0;
  }

  .centred {
    align-items: center;
    display: flex;
    flex-direction: column;
    gap: 12px;
    max-width: 480px;
    padding-top: min(18vh, 140px);
    text-align: center;
  }

  .centred h1 {
    font-size: 1.3em;
    text-align: center;
  }

  .centred .actions {
    justify-content: center;
  }

  /* What comes at once shows no progress. */
  .loading > :not(h1) {
    animation: appear 0.2s 0.4s both;
    color: var(--vscode-descriptionForeground);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
