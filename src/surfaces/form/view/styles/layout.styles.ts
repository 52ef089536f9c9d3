import { css } from 'lit';

/** One calm column, as in VS Code's own Settings editor. */
export const layout = css`
  :host {
    container-type: inline-size;
  }

  main {
    margin: 0 auto;
    max-width: 768px;
    overflow-wrap: anywhere;
    padding: 20px 24px 64px;
  }

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
  }

  h2 {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
    color: var(--vscode-settings-headerForeground, var(--vscode-foreground));
    font-size: 1.15em;
    font-weight: 600;
    margin: 28px 0 14px;
    padding-bottom: 5px;
  }

  .sub {
    color: var(--vscode-descriptionForeground);
  }

  .fields {
    align-items: start;
    display: grid;
    gap: 16px 24px;
    grid-template-columns: minmax(0, 1fr);
  }

  @container (min-width: 600px) {
    .fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .wide {
      grid-column: 1 / -1;
    }
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

  /* It stays in sight, on the page's own ground, so that nothing peeks out above it. */
  .above {
    background-color: var(--vscode-editor-background);
    display: grid;
    gap: 8px;
    margin: -8px -24px;
    padding: 8px 24px;
    position: sticky;
    top: 0;
    z-index: 5;
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

  .notice p {
    flex: 1 1 140px;
    min-width: 0;
  }

  @container (max-width: 399px) {
    main {
      padding: 14px 16px 48px;
    }

    .above {
      margin-inline: -16px;
      padding-inline: 16px;
      position: static;
    }
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
  }

  .centred .actions {
    justify-content: center;
  }

  /* A form that comes at once shows no progress. */
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
