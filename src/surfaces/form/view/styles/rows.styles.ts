import { css } from 'lit';

/** A table that is edited; where there is little room each row is a block of labelled cells. */
export const rows = css`
  .rows {
    align-items: start;
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .rows > [role='table'] {
    display: grid;
    gap: 6px;
    width: 100%;
  }

  .rows .link-button {
    margin-inline-start: -4px;
  }

  .row {
    align-items: start;
    display: flex;
    gap: 8px;
  }

  .cell {
    flex: 1 1 0;
    min-width: 0;
  }

  .cell.words {
    flex-grow: 2;
  }

  .cell.code {
    flex: 0 0 92px;
  }

  .cell.bin {
    align-items: center;
    display: flex;
    flex: 0 0 22px;
    min-height: 26px;
  }

  .moves .cell.bin {
    flex-basis: 70px;
    gap: 2px;
  }

  .cell-line {
    align-items: center;
    display: flex;
    gap: 8px;
  }

  .cell-line > :not(.swatch) {
    flex: 1;
    min-width: 0;
  }

  .swatch.none {
    visibility: hidden;
  }

  .head .cell {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
    min-height: 0;
  }

  /* To be heard only, where the column's head is seen. */
  .cell-label {
    clip-path: inset(50%);
    height: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  @container (max-width: 539px) {
    .many .head {
      display: none;
    }

    .many > [role='table'] {
      gap: 10px;
    }

    .many .row:not(.head) {
      border: 1px solid var(--vscode-settings-headerBorder, var(--vscode-panel-border, transparent));
      border-radius: 4px;
      display: grid;
      gap: 8px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, max(112px, 40%)), 1fr));
      padding: 6px 10px 10px;
      position: relative;
    }

    .many .cell.words {
      grid-column: 1 / -1;
    }

    /* Beside the labels, so that the boxes have the whole width. */
    .many .cell.bin {
      inset-block-start: 3px;
      inset-inline-end: 6px;
      min-height: 0;
      position: absolute;
    }

    .many .cell-label {
      clip-path: none;
      color: var(--vscode-descriptionForeground);
      display: block;
      font-size: 0.92em;
      height: auto;
      margin-bottom: 3px;
      overflow: visible;
      position: static;
      white-space: normal;
      width: auto;
    }

    /* The first row's last label leaves room for the bin. */
    .many .cell:first-child > .cell-label,
    .many .cell:first-child:not(.words) + .cell > .cell-label {
      padding-inline-end: 20px;
    }

    .many.moves .cell:first-child > .cell-label {
      padding-inline-end: 70px;
    }
  }
`;
