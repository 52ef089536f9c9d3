import { css } from 'lit';

/** Native inputs in the look of VS Code's Settings editor; theirs cannot carry an error's description. */
export const inputs = css`
  input:not([type='radio'], [type='checkbox']),
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

  input:is([type='date'], [type='time'], [type='datetime-local']) {
    height: 26px;
  }

  /* The browser's own “mm/dd/yyyy” is no value. */
  input.empty:not(:focus, [aria-invalid='true']) {
    color: var(--vscode-input-placeholderForeground);
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

  input:not([type='radio'], [type='checkbox']):focus,
  textarea:focus,
  select:focus,
  .box:focus-within {
    border-color: var(--vscode-focusBorder);
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }

  .box > input:not([type='radio'], [type='checkbox']),
  .box > input:not([type='radio'], [type='checkbox']):focus {
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

  input[type='checkbox'] {
    appearance: none;
    background-color: var(--vscode-settings-checkboxBackground, var(--vscode-checkbox-background));
    border: 1px solid var(--vscode-settings-checkboxBorder, var(--vscode-checkbox-border, var(--vscode-contrastBorder)));
    border-radius: 3px;
    color: var(--vscode-settings-checkboxForeground, var(--vscode-checkbox-foreground));
    cursor: pointer;
    display: grid;
    flex: none;
    height: 18px;
    margin: 0;
    place-content: center;
    width: 18px;
  }

  input[type='checkbox']:checked::before {
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    content: '' / '';
    height: 10px;
    margin-top: -2px;
    rotate: 45deg;
    width: 5px;
  }

  input[type='checkbox']:indeterminate::before {
    background: currentColor;
    content: '' / '';
    height: 2px;
    opacity: 0.7;
    width: 8px;
  }

  input:is([type='radio'], [type='checkbox']):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
