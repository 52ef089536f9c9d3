import { css } from 'lit';

/** What will be done stays in sight at its foot. */
export const layout = css`
  main {
    max-width: 900px;
    padding-bottom: 0;
  }

  summary {
    font-size: 1.15em;
  }

  h2 {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
    margin: 24px 0 0;
    padding-bottom: 5px;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
    margin: 0;
  }

  [data-section='moves'] p,
  .none {
    padding-top: 10px;
  }

  details {
    margin-top: 24px;
  }

  .notice {
    margin-bottom: 8px;
  }

  footer {
    align-items: center;
    background-color: var(--vscode-editor-background);
    border-top: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)));
    bottom: 0;
    display: grid;
    gap: 2px 16px;
    grid-template-columns: minmax(0, 1fr) auto;
    margin: 28px -24px 0;
    padding: 10px 24px 12px;
    position: sticky;
    z-index: 5;
  }

  footer .what {
    font-weight: 600;
  }

  footer .sub {
    grid-row: 2;
  }

  footer .actions {
    grid-column: 2;
    grid-row: 1 / span 2;
  }

  /* Above a panel there may be little height; what stays would leave the values none of it. */
  @media (max-height: 320px) {
    footer {
      position: static;
    }
  }

  @container (max-width: 599px) {
    footer {
      grid-template-columns: minmax(0, 1fr);
    }

    /* Who is kept stays in sight at the top. */
    footer .what {
      display: none;
    }

    footer .actions {
      grid-column: 1;
      grid-row: 3;
      margin-top: 4px;
    }
  }

  @container (max-width: 479px) {
    main {
      padding: 14px 16px 0;
    }

    footer {
      margin-inline: -16px;
      padding-inline: 16px;
    }
  }
`;
