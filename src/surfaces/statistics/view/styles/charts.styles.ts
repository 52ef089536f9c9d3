import { css } from 'lit';

/** Bars and funnels in VS Code's colours for charts, and their tables. */
export const charts = css`
  .chart {
    display: grid;
    gap: 10px;
    list-style: none;
  }

  .chart li {
    display: grid;
    align-items: baseline;
    gap: 2px 12px;
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .chart svg,
  .worth {
    grid-column: 1 / -1;
  }

  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .number > .text {
    font-weight: 600;
    padding: 1px 4px;
  }

  .number > .link-button {
    font-weight: 600;
  }

  .before {
    margin-inline-start: 6px;
    white-space: nowrap;
  }

  .before .link-button,
  .before .text {
    padding-inline: 0;
  }

  .worth .before {
    display: block;
    margin: 0;
    white-space: normal;
  }

  /* What it was before leaves a narrow column no room for the name beside it. */
  @container (max-width: 399px) {
    .chart li:has(.number > .before) {
      grid-template-columns: minmax(0, 1fr);
    }

    .chart li:has(.number > .before) > .number {
      margin-inline-start: -4px;
      text-align: start;
    }
  }

  svg {
    display: block;
    width: 100%;
  }

  .funnel {
    height: 24px;
  }

  .bar {
    height: 12px;
  }

  .bar.two {
    height: 20px;
  }

  .track {
    fill: var(--vscode-foreground);
    fill-opacity: 0.08;
  }

  .mark {
    fill: currentColor;
  }

  .earlier {
    fill-opacity: 0.5;
  }

  .outline {
    fill: none;
    stroke: var(--vscode-charts-foreground, var(--vscode-foreground));
    stroke-dasharray: 4 3;
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }

  .blue {
    color: var(--vscode-charts-blue);
  }

  .green {
    color: var(--vscode-charts-green);
  }

  .red {
    color: var(--vscode-charts-red);
  }

  .yellow {
    color: var(--vscode-charts-yellow);
  }

  .purple {
    color: var(--vscode-charts-purple);
  }

  .orange {
    /* High contrast has no orange of its own. */
    color: var(--vscode-charts-orange, var(--vscode-charts-yellow));
  }

  .scroll {
    margin-top: 6px;
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    width: 100%;
  }

  th,
  td {
    border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent));
    overflow-wrap: normal;
    padding: 4px 8px 4px 0;
    text-align: start;
    vertical-align: baseline;
  }

  td.figure,
  thead th:not(:first-child) {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  td.figure {
    white-space: nowrap;
  }

  /* Two lines for a period; the table is scrolled where that does not fit. */
  thead th:not(:first-child) {
    min-width: 84px;
  }

  tbody th {
    font-weight: normal;
  }
`;
