import { css } from 'lit';

/** A label above its control, what is said below, and the mark of a change at its side. */
export const field = css`
  .field {
    min-width: 0;
    position: relative;
  }

  .label {
    display: block;
    font-weight: 600;
    margin-bottom: 4px;
  }

  /* To be seen only; what is heard is the control's own aria-required. */
  .required::after {
    color: var(--vscode-errorForeground);
    content: '*' / '';
    margin-inline-start: 3px;
  }

  .bar {
    border-radius: 1px;
    background-color: var(--vscode-editorGutter-modifiedBackground);
    inset-block: 0;
    inset-inline-start: -11px;
    position: absolute;
    width: 3px;
  }

  .value {
    min-height: 26px;
    padding: 4px 0;
    white-space: pre-wrap;
  }

  .unset {
    color: var(--vscode-descriptionForeground);
  }

  .hint,
  .field-error {
    margin-top: 4px;
  }

  .hint {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }

  /* The icon is red and the words are not: a theme's red is often too pale to read. */
  .field-error {
    align-items: flex-start;
    display: flex;
    gap: 5px;
  }

  .field-error vscode-icon {
    color: var(--vscode-errorForeground);
    flex: none;
    margin-top: 1px;
  }

  .field-error span {
    min-width: 0;
  }

  .chevron {
    color: inherit;
    flex: none;
    margin-inline: 2px 4px;
    pointer-events: none;
  }

  .box:has(> .icon-button) {
    align-items: center;
    display: flex;
    padding: 1px;
  }

  .box > input:not([type='radio'], [type='checkbox']) {
    flex: 1;
    min-height: 22px;
    padding: 1px 5px;
  }

  @media (forced-colors: active) {
    .bar {
      background-color: Highlight;
    }
  }
`;
