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

  h2 {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
    color: var(--vscode-settings-headerForeground, var(--vscode-foreground));
    font-size: 1.15em;
    font-weight: 600;
    margin: 28px 0 14px;
    padding-bottom: 5px;
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
`;
