import { css } from 'lit';

/** Controls that stand in one line: an amount and its currency, two dates, a number and what calls it. */
export const parts = css`
  .parts {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }

  .parts > :is(input, form-number, form-date, form-clock) {
    flex: 1 1 0;
    min-width: 0;
  }

  .parts > form-currency {
    flex: 0 0 92px;
  }

  .parts > .icon-button {
    margin-block: 2px;
    margin-inline-start: -4px;
  }

  .range > :is(form-date, form-clock) {
    flex-basis: 112px;
  }

  .dash,
  .beside {
    color: var(--vscode-descriptionForeground);
    line-height: 26px;
  }

  /* Under the boxes, where it finds no room beside them. */
  .beside {
    flex: 0 1 auto;
    min-width: 0;
  }

  form-time .parts > input {
    flex: 0 1 124px;
  }

  /* The box is narrow, the names in its list are not. */
  .code .popup {
    inset-inline-end: auto;
    max-width: 90vw;
    min-width: 100%;
    width: 240px;
  }

  .money .code .popup {
    inset-inline: auto 0;
  }

  .code .chevron {
    margin-inline: 0 3px;
  }

  .code .box {
    align-items: center;
    display: flex;
    padding: 1px;
  }

  .choice {
    position: relative;
  }

  .choice > .swatch {
    inset-inline-start: 8px;
    pointer-events: none;
    position: absolute;
    top: calc(50% - 4.5px);
    z-index: 1;
  }

  .choice > .swatch + select {
    padding-inline-start: 24px;
  }

  option .swatch {
    display: inline-block;
    margin-inline-end: 6px;
  }

  .check-line {
    align-items: center;
    display: flex;
    gap: 8px;
    min-height: 26px;
  }

  .address {
    color: var(--vscode-descriptionForeground);
    display: grid;
    font-size: 0.92em;
    gap: 4px 16px;
    grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
    margin-top: 8px;
  }

  .address dt::after {
    content: ':' / '';
  }

  .address :is(dt, dd) {
    display: inline;
  }

  .address dd {
    color: var(--vscode-foreground);
    margin-inline-start: 4px;
  }
`;
