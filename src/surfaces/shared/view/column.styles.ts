import { css } from 'lit';

/** One calm column, as in VS Code's own Settings editor; each page says how wide it is. */
export const column = css`
  :host {
    container-type: inline-size;
  }

  main {
    margin: 0 auto;
    overflow-wrap: anywhere;
    padding: 20px 24px;
  }

  h2,
  summary {
    color: var(--vscode-settings-headerForeground, var(--vscode-foreground));
    font-weight: 600;
  }

  h2 {
    font-size: 1.15em;
  }

  summary {
    border-radius: 2px;
    cursor: pointer;
    padding: 2px 0;
  }

  summary:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
