import { css } from 'lit';

/** A tile before the record's name, and under the name what can be done about it. */
export const picture = css`
  :host {
    flex: 1;
    min-width: 0;
  }

  .head {
    align-items: flex-start;
    border-radius: 6px;
    display: flex;
    gap: 14px;
    outline-offset: 4px;
  }

  .head.dropping {
    outline: 2px dashed var(--vscode-focusBorder);
  }

  .tile {
    align-items: center;
    background-color: var(--vscode-editorWidget-background);
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    border-radius: 6px;
    color: var(--vscode-descriptionForeground);
    display: flex;
    flex: none;
    height: 72px;
    justify-content: center;
    overflow: hidden;
    width: 72px;
  }

  .tile img {
    display: block;
    height: 100%;
    object-fit: cover;
    width: 100%;
  }

  .tile vscode-icon {
    color: inherit;
  }

  .words {
    flex: 1;
    min-width: 0;
  }

  .changes {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    margin-inline-start: -4px;
  }

  .changes[role='group'] {
    gap: 6px 8px;
    margin-block-start: 4px;
    margin-inline-start: 0;
  }

  .question {
    flex: 1 1 100%;
  }

  .hint {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }

  .failure {
    align-items: flex-start;
    display: flex;
    gap: 6px;
    margin-top: 8px;
  }

  .failure vscode-icon {
    color: var(--vscode-errorForeground);
    flex: none;
    margin-top: 1px;
  }
`;
