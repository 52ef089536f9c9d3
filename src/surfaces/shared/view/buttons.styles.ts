import { css } from 'lit';

/** Small buttons inside a control, as VS Code's toolbars have them. */
export const buttons = css`
  vscode-button::part(base) {
    white-space: normal;
  }

  /* High-contrast themes have no colour for this, and the element's own leaves dark words on dark ground. */
  vscode-button[secondary]:not([disabled]):is(:hover, :focus)::part(base) {
    background-color: var(--vscode-button-secondaryHoverBackground, var(--vscode-button-secondaryBackground));
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .icon-button,
  .link-button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: 4px;
    color: var(--vscode-icon-foreground);
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    justify-content: center;
    padding: 0;
  }

  .icon-button {
    flex: none;
    height: 22px;
    width: 22px;
  }

  .icon-button vscode-icon {
    color: inherit;
  }

  .icon-button:disabled {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }

  .icon-button:hover:not(:disabled) {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent);
    outline-offset: -1px;
  }

  .link-button {
    color: var(--vscode-textLink-foreground);
    gap: 4px;
    min-height: 24px;
    padding: 1px 4px;
  }

  .link-button vscode-icon {
    color: inherit;
  }

  .link-button:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }

  .icon-button:focus-visible,
  .link-button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
