import { css } from 'lit';

/** Groups of fields, side by side where there is room. */
export const layout = css`
  main {
    max-width: 768px;
    padding-bottom: 64px;
  }

  h2 {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
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

  /* Above a panel there may be little height; what stays would leave the fields none of it. */
  @media (max-height: 320px) {
    .above {
      position: static;
    }
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
