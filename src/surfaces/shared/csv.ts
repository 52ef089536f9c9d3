import papaparse from 'papaparse';

/**
 * What a spreadsheet would take for a formula, also in the wide letters of East Asia. A number that stands alone is none: a
 * debt keeps its minus and a phone number its plus.
 */
const formula = /^(?!(?:-\d+(?:[.,]\d+)*|\+\d[\d ]*)$)[=+\-@\t\r\n＝＋－＠]/;

/**
 * The same inside a text: where a comma is the decimal sign, spreadsheets part columns by semicolons whatever the file's own
 * separator is, and no longer know which line breaks are quoted.
 */
const formulaInside = /([;\r\n][ \t"]*)(?!(?:-\d+(?:[.,]\d+)*|\+\d[\d ]*)(?:[;\r\n]|$))(?=[=+\-@＝＋－＠])/g;

const defused = (cells: readonly string[]): string[] => cells.map((cell) => cell.replaceAll(formulaInside, "$1'"));

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A table as comma-separated text (RFC 4180) that a spreadsheet opens as it is meant: a text that would be a formula gets an
 * apostrophe before it, names of columns too, because whoever writes into a CRM writes what is exported.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = papaparse.unparse([columns, ...rows].map(defused), {
    escapeFormulae: formula as unknown as boolean,
    newline: '\r\n',
  });
  return `${byteOrderMark}${table}\r\n`;
}
