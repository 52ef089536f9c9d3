import { css } from 'lit';

/** A list of choices under (or over) the input that it belongs to. */
export const listbox = css`
  .combo {
    position: relative;
  }

  .popup {
    background-color: var(--vscode-settings-dropdownBackground, var(--vscode-dropdown-background));
    border: 1px solid var(--vscode-settings-dropdownListBorder, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    color: var(--vscode-settings-dropdownForeground, var(--vscode-dropdown-foreground));
    inset-inline: 0;
    padding: 2px;
    position: absolute;
    top: calc(100% + 2px);
    z-index: 10;
  }

  .popup.over {
    bottom: calc(100% + 2px);
    top: auto;
  }

  .popup ul {
    max-height: 240px;
    overflow-y: auto;
  }

  .popup li {
    align-items: baseline;
    border-radius: 3px;
    cursor: pointer;
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    list-style: none;
    min-height: 24px;
    overflow-wrap: anywhere;
    padding: 3px 6px;
  }

  .popup li > bdi {
    min-width: 0;
  }

  .popup li:hover {
    background-color: var(--vscode-list-hoverBackground);
    color: var(--vscode-list-hoverForeground, inherit);
  }

  .popup li.active {
    background-color: var(--vscode-list-activeSelectionBackground);
    color: var(--vscode-list-activeSelectionForeground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }

  .popup .detail {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }

  .popup .active .detail {
    color: inherit;
  }

  .popup .status {
    align-items: center;
    color: var(--vscode-descriptionForeground);
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
    padding: 4px 6px;
  }

  .popup .status.failed {
    align-items: flex-start;
    color: inherit;
  }

  .popup .failed vscode-icon {
    color: var(--vscode-errorForeground);
    flex: none;
    margin-top: 1px;
  }

  .popup vscode-progress-ring {
    flex: none;
    height: 14px;
    width: 14px;
  }
`;
