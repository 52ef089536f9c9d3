import { css } from 'lit';

/** Days, and under each what happened, along a line. */
export const history = css`
  h2 {
    color: var(--vscode-descriptionForeground);
    font-size: 1em;
    font-weight: 600;
    margin: 16px 0 4px;
  }

  section:first-of-type h2 {
    margin-top: 0;
  }

  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .values .before {
    color: var(--vscode-descriptionForeground);
    text-decoration: line-through;
  }

  .values .unset {
    font-style: italic;
    text-decoration: none;
  }

  .values vscode-icon {
    color: var(--vscode-descriptionForeground);
  }

  .icon-button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }

  .what :is(.outcome, .failure) {
    margin: 4px 0 0;
  }
`;
