import { css } from 'lit';

/** Native inputs in the look of VS Code's Settings editor; theirs cannot carry an error's description. */
export const inputs = css`
  input:not([type='radio']),
  textarea,
  select,
  .box {
    background-color: var(--vscode-settings-textInputBackground, var(--vscode-input-background));
    border: 1px solid
      var(--vscode-settings-textInputBorder, var(--vscode-input-border, var(--vscode-contrastBorder, transparent)));
    border-radius: 4px;
    color: var(--vscode-settings-textInputForeground, var(--vscode-input-foreground));
    display: block;
    font: inherit;
    line-height: 18px;
    margin: 0;
    min-height: 26px;
    min-width: 0;
    padding: 3px 6px;
    width: 100%;
  }

  input[type='date'] {
    height: 26px;
  }

  textarea {
    field-sizing: content;
    max-height: 24em;
    overflow-wrap: anywhere;
    resize: none;
  }

  textarea.lines {
    min-height: 62px;
  }

  ::placeholder {
    color: var(--vscode-input-placeholderForeground);
    opacity: 1;
  }

  input:not([type='radio']):focus,
  textarea:focus,
  select:focus,
  .box:focus-within {
    border-color: var(--vscode-focusBorder);
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }

  .box > input:not([type='radio']),
  .box > input:not([type='radio']):focus {
    background: none;
    border: 0;
    outline: 0;
  }

  [aria-invalid='true']:not(:focus),
  .box:has([aria-invalid='true']):not(:focus-within) {
    border-color: var(--vscode-inputValidation-errorBorder);
  }

  input[type='radio'] {
    accent-color: var(--vscode-button-background, auto);
    height: 16px;
    margin: 0;
    width: 16px;
  }

  input[type='radio']:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
