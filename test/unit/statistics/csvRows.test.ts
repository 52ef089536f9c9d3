import assert from 'node:assert/strict';
import { csvOf } from '../../../src/surfaces/shared/csv.ts';
import { csvRows, type RowWords } from '../../../src/surfaces/statistics/host/csvRows.ts';

const words: RowWords = {
  ...{ rate: 'Conversion', started: 'New', open: 'Left open', won: 'Won', lost: 'Lost', moved: 'Movements' },
  ...{ age: 'Average age', all: 'All stages', deals: 'deals', days: 'days' },
};
const none = { count: 0, dealIds: [], values: {} };
const numbers = {
  conversion: { stages: [{ from: 1, to: 2, rate: 62.5 }], won: 40, lost: 10 },
  movement: {
    ...{ moved: 7, started: none, open: none, lost: none },
    won: { count: 2, dealIds: [5, 6], values: { EUR: 1200.5, JPY: -300 } },
    averageAge: 12,
    averageAgeByStage: [{ stageId: 1, days: 3 }],
  },
};
const rows = csvRows(
  'Ann',
  [
    { from: '2026-06-01', until: '2026-06-30', numbers },
    { from: '2026-05-01', until: '2026-05-31', numbers },
  ],
  (id) => (id === 1 ? '=cmd()' : 'Offer'),
  words,
);

describe('statistics as a table', () => {
  it('have one number a row, each currency for itself, with user and days', () => {
    const won = rows.filter(([, from, , what]) => from === '2026-06-01' && what === 'Won').map((row) => row.slice(5));
    assert.deepEqual(won, [
      ['2', 'deals'],
      ['1200.5', 'EUR'],
      ['-300', 'JPY'],
    ]);
    assert.deepEqual(rows[0], ['Ann', '2026-06-01', '2026-06-30', 'Conversion', '=cmd() → Offer', '62.5', '%']);
  });

  it('hold both periods', () => {
    assert.equal(rows.filter(([, from]) => from === '2026-05-01').length, rows.length / 2);
  });

  it('run no formula that somebody called a stage, and keep a debt its minus', () => {
    const text = csvOf([], rows);
    assert.match(text, /'=cmd\(\) → Offer/);
    assert.match(text, /,-300,JPY/);
  });
});
