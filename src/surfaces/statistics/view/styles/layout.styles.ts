import { css } from 'lit';

/** The charts stand side by side where there is room. */
export const layout = css`
  main {
    max-width: 1100px;
    padding-bottom: 32px;
  }

  form {
    align-items: end;
    display: grid;
    gap: 10px 12px;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    margin-bottom: 16px;
  }

  .choice {
    min-width: 0;
  }

  .choice label {
    display: block;
    font-weight: 600;
    margin-bottom: 4px;
  }

  .go {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    grid-column: 1 / -1;
  }

  .problem {
    color: var(--vscode-errorForeground);
    grid-column: 1 / -1;
  }

  .scope {
    align-items: center;
    border-top: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)));
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    justify-content: space-between;
    padding-top: 12px;
  }

  .instead {
    align-items: center;
    display: flex;
    flex-direction: column;
    gap: 12px;
    margin: 0 auto;
    max-width: 480px;
    padding-top: min(12vh, 100px);
    text-align: center;
  }

  .instead .actions {
    justify-content: center;
  }

  .instead.loading > * {
    animation: appear 0.2s 0.4s both;
  }

  .sections {
    display: grid;
    gap: 28px 40px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr));
    margin-top: 20px;
  }

  section {
    min-width: 0;
  }

  .note {
    margin: 2px 0 10px;
  }

  details {
    margin-top: 10px;
  }

  .scroll:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }

  @container (max-width: 479px) {
    main {
      padding: 14px 16px 24px;
    }
  }
`;
