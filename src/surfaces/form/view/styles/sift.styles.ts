import { css } from 'lit';

/** The bar above a long form's fields. */
export const sift = css`
  .sift {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 6px 8px;
  }

  .sift .box {
    align-items: center;
    display: flex;
    flex: 1 1 200px;
    padding: 1px;
  }

  .sift .lead {
    color: var(--vscode-icon-foreground);
    flex: none;
    margin-inline: 6px 0;
  }

  .sift .box > input {
    flex: 1;
    min-height: 22px;
    padding: 1px 5px;
  }

  .toggles {
    display: flex;
    flex: none;
    gap: 4px;
  }

  .toggle {
    background: none;
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    color: var(--vscode-foreground);
    cursor: pointer;
    font: inherit;
    min-height: 26px;
    padding: 2px 8px;
  }

  .toggle:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }

  .toggle[aria-pressed='true'] {
    background: var(--vscode-inputOption-activeBackground);
    border-color: var(--vscode-inputOption-activeBorder, var(--vscode-contrastActiveBorder, transparent));
    /* High contrast alone has this colour; there the ground is the same, and so is the border. */
    box-shadow: inset 0 0 0 2px var(--vscode-contrastActiveBorder, transparent);
    color: var(--vscode-inputOption-activeForeground, var(--vscode-foreground));
  }

  .toggle:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }

  .count {
    color: var(--vscode-descriptionForeground);
    flex: none;
    font-size: 0.92em;
  }

  .count:empty {
    display: none;
  }

  .nothing {
    align-items: flex-start;
    color: var(--vscode-descriptionForeground);
    display: flex;
    flex-direction: column;
    gap: 10px;
    margin-top: 24px;
  }

  .locked {
    align-items: flex-start;
    color: var(--vscode-descriptionForeground);
    display: flex;
    gap: 6px;
    margin-bottom: 12px;
  }

  .locked vscode-icon {
    color: inherit;
    flex: none;
    margin-top: 1px;
  }

  .was {
    align-items: baseline;
    color: var(--vscode-descriptionForeground);
    display: flex;
    flex-wrap: wrap;
    font-size: 0.92em;
    gap: 2px 8px;
    margin-top: 3px;
  }

  .was > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    max-height: 2.8em;
  }

  .was .link-button {
    min-height: 0;
    padding: 0 2px;
  }
`;
