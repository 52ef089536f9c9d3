import { css } from 'lit';

/** Rows of things, as VS Code's lists have them, with what can be done with each at the end. */
export const related = css`
  :host {
    display: block;
    margin-top: 20px;
  }

  .bar {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-bottom: 12px;
  }

  .bar label {
    align-items: center;
    color: var(--vscode-descriptionForeground);
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px 6px;
  }

  .bar select {
    width: auto;
  }

  .bar .icon-button {
    margin-inline-start: auto;
  }

  .adder {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-bottom: 12px;
  }

  .adder.inline,
  .adder.activity {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
  }

  .adder textarea,
  .editing textarea {
    resize: vertical;
    width: 100%;
  }

  .adder .subject {
    flex: 1 1 100%;
  }

  .adder :is(select, input[type='date']) {
    flex: 0 1 140px;
    width: auto;
  }

  .hint,
  .note,
  .details {
    color: var(--vscode-descriptionForeground);
  }

  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }

  .item {
    align-items: flex-start;
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
    display: grid;
    gap: 2px 10px;
    grid-template-columns: 18px minmax(0, 1fr) auto;
    padding: 8px 0;
  }

  .item > vscode-icon {
    margin-top: 1px;
  }

  .item > input[type='checkbox'] {
    accent-color: var(--vscode-checkbox-selectBackground, var(--vscode-focusBorder));
    height: 16px;
    margin: 2px 0 0;
    width: 16px;
  }

  .what {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .open {
    background: none;
    border: 0;
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
    font: inherit;
    overflow-wrap: anywhere;
    padding: 0;
    text-align: start;
  }

  .open:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }

  :is(.open, input[type='checkbox']):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 1px;
  }

  .badge {
    background-color: var(--vscode-badge-background);
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 3px;
    color: var(--vscode-badge-foreground);
    font-size: 0.85em;
    margin-inline-end: 6px;
    padding: 1px 5px;
  }

  .faded .open,
  .faded .title span {
    text-decoration: line-through;
  }

  .details > * + *::before {
    content: '· ';
  }

  .late {
    color: var(--vscode-errorForeground);
  }

  .text {
    margin-top: 4px;
    max-height: 18em;
    overflow: auto;
    white-space: pre-wrap;
  }

  .editing {
    display: grid;
    gap: 8px;
    margin-top: 4px;
  }

  .buttons {
    display: flex;
  }

  .foot {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    margin-top: 12px;
    min-height: 26px;
  }

  .failure {
    color: var(--vscode-errorForeground);
  }

  .dropping {
    background-color: var(--vscode-list-dropBackground, var(--vscode-editor-dropIntoPromptBackground, transparent));
    outline: 1px dashed var(--vscode-focusBorder);
    outline-offset: 4px;
  }
`;
