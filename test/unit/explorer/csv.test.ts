import assert from 'node:assert/strict';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { csvOf } from '../../../src/surfaces/shared/csv.ts';

/** What a spreadsheet would run (https://owasp.org/www-community/attacks/CSV_Injection). */
const begins = /^[=+\-@\t\r\n]/;
/** Nothing but a number, which no spreadsheet runs. */
const plainNumber = /^[-+]\d[\d., ]*$/;

describe('a table as comma-separated text', () => {
  const read = (text: string): string[][] =>
    papaparse.parse<string[]>(text.slice(1).replace(/\r\n$/, ''), { delimiter: ',', newline: '\r\n' }).data;

  it('is UTF-8 for Excel, with quotes where they are needed and CRLF after each row', () => {
    assert.equal(
      csvOf(
        ['Name', 'Note'],
        [
          ['Tõnu, the “one”', 'said "hello"'],
          ['two\nlines', ''],
        ],
      ),
      '\uFEFFName,Note\r\n"Tõnu, the “one”","said ""hello"""\r\n"two\nlines",\r\n',
    );
  });

  for (const text of ['=1+1', '=cmd|" /C calc"!A0', '+SUM(A1)', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', '+1-800-555']) {
    it(`defuses ${JSON.stringify(text)}`, () => {
      assert.deepEqual(read(csvOf([text], [[text]])), [[`'${text}`], [`'${text}`]]);
      assert.ok(csvOf(['a'], [[text]]).includes(`\r\n"'`), 'quoted, so that no reader cuts it');
    });
  }

  /** What a spreadsheet makes of a line of the file where it parts columns by semicolons, whatever stands in quotes. */
  const pieces = (text: string): string[] => text.split(/[;\r\n]/).map((piece) => piece.replace(/^[ \t"]+/, ''));

  for (const text of [
    'a;=1+1',
    'a;"=1+1"',
    'a; @SUM(A1)',
    'first\n=1+1',
    'first\r\n- 2+3',
    '\n=1',
    '\r=1',
    'a;+1-800-555',
    'a;-1;=2',
  ]) {
    it(`defuses ${JSON.stringify(text)} also where columns are parted by semicolons`, () => {
      const [, , ...found] = pieces(csvOf(['a'], [[text]]));
      assert.ok(
        found.every((piece) => !begins.test(piece) || plainNumber.test(piece)),
        JSON.stringify(found),
      );
    });
  }

  for (const text of ['-5', '-1,234.50', '+3725550100', '+372 5550 100', 'a=b', '5-3', 'a;-5;+49 30 1', 'one; two', '']) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      assert.deepEqual(read(csvOf(['a', 'b'], [[text, 'x']]))[1], [text, 'x']);
    });
  }

  it('gives back any text, and leaves none that is run', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ' ', '1', 'a', ';', '|') }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const [, ...back] = read(csvOf(['one', 'two'], rows));
        assert.equal(back.length, rows.length);
        for (const [row, cells] of back.entries()) {
          for (const [column, text] of cells.entries()) {
            const was = rows[row]?.[column] ?? '';
            assert.ok(!begins.test(text) || plainNumber.test(text), JSON.stringify(text));
            // Apostrophes are all that is added.
            assert.equal(text.replaceAll("'", ''), was.replaceAll("'", ''));
            assert.ok(
              pieces(text)
                .slice(1)
                .every((piece) => !/^[=+\-@]/.test(piece) || plainNumber.test(piece)),
              text,
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
