import { css } from 'lit';

/** Both values of a field side by side, under the two that they are of. */
export const rows = css`
  .heads,
  .row {
    display: grid;
    gap: 2px 20px;
    grid-template-columns: minmax(90px, 160px) repeat(2, minmax(0, 1fr));
  }

  .heads {
    background-color: var(--vscode-editor-background);
    margin-inline: -24px;
    padding: 8px 24px;
    position: sticky;
    top: 0;
    z-index: 4;
  }

  @media (max-height: 320px) {
    .heads {
      position: static;
    }
  }

  .head {
    min-width: 0;
  }

  .head[data-side='survivor'] {
    grid-column: 2;
  }

  .head .side {
    align-items: center;
    display: flex;
    gap: 4px;
  }

  .side {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }

  .head vscode-icon {
    color: inherit;
  }

  .head .link-button {
    font-weight: 600;
    margin-inline-start: -4px;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .row {
    border-bottom: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)));
    padding: 10px 0;
  }

  .alike .cell {
    grid-column: 2 / -1;
  }

  .cell {
    min-width: 0;
  }

  /* The heads say whose it is, where there is room for a column of labels. */
  .cell > .side {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  .value {
    white-space: pre-wrap;
  }

  .value.lost {
    text-decoration: line-through;
  }

  .unset {
    color: var(--vscode-descriptionForeground);
  }

  .mark {
    align-items: flex-start;
    color: var(--vscode-descriptionForeground);
    display: flex;
    font-size: 0.92em;
    gap: 4px;
    margin-top: 2px;
  }

  .mark vscode-icon {
    color: inherit;
    flex: none;
    margin-top: 1px;
  }

  /* The icon has the colour and the words have not: a theme's red is often too pale to read. */
  .mark.lost {
    color: var(--vscode-foreground);
    font-weight: 600;
  }

  .mark.lost vscode-icon {
    color: var(--vscode-errorForeground);
  }

  .hint {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }

  .tick {
    align-items: center;
    cursor: pointer;
    display: inline-flex;
    gap: 8px;
    margin-top: 4px;
    min-height: 24px;
  }

  .tick input {
    /* Not left under what stays at the top and at the foot. */
    scroll-margin-block: 120px 170px;
  }

  @container (max-width: 599px) {
    .heads,
    .row {
      gap: 4px 14px;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .heads {
      margin-inline: -16px;
      padding-inline: 16px;
    }

    .head[data-side='survivor'] {
      grid-column: 1;
    }

    .row h3,
    .alike .cell {
      grid-column: 1 / -1;
    }
  }
`;
