import { css } from 'lit';

/**
 * The browser's own select, its list in VS Code's colours where the browser allows that.
 * Keys, type-ahead and what screen readers hear are the browser's.
 */
export const select = css`
  select {
    background-color: var(--vscode-settings-dropdownBackground, var(--vscode-dropdown-background));
    border-color: var(
      --vscode-settings-dropdownBorder,
      var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent))
    );
    color: var(--vscode-settings-dropdownForeground, var(--vscode-dropdown-foreground));
    cursor: pointer;
    text-overflow: ellipsis;
  }

  @supports (appearance: base-select) {
    select,
    ::picker(select) {
      appearance: base-select;
    }

    select {
      align-items: center;
      display: flex;
    }

    select::picker-icon {
      content: '';
      border: solid currentColor;
      border-width: 0 1px 1px 0;
      flex: none;
      height: 6px;
      margin: 0 4px 3px auto;
      transform: rotate(45deg);
      width: 6px;
    }

    ::picker(select) {
      background-color: var(--vscode-settings-dropdownBackground, var(--vscode-dropdown-background));
      border: 1px solid var(--vscode-settings-dropdownListBorder, var(--vscode-contrastBorder, transparent));
      border-radius: 4px;
      box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
      color: var(--vscode-settings-dropdownForeground, var(--vscode-dropdown-foreground));
      font: inherit;
      margin-block: 2px;
      max-height: 260px;
      max-width: 96vw;
      overflow-y: auto;
      padding: 2px;
    }

    option {
      border-radius: 3px;
      min-height: 24px;
      overflow-wrap: anywhere;
      padding: 3px 6px;
      white-space: normal;
    }

    option::checkmark {
      flex: none;
    }

    option:hover,
    option:focus {
      background-color: var(--vscode-list-activeSelectionBackground);
      color: var(--vscode-list-activeSelectionForeground);
      outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
      outline-offset: -1px;
    }

    option:hover:not(:focus) {
      background-color: var(--vscode-list-hoverBackground);
      color: var(--vscode-list-hoverForeground, inherit);
    }
  }
`;
