import * as l10n from '@vscode/l10n';
import type { Field } from '../field.ts';
import { isObject } from '../isObject.ts';
import type { Values } from '../record.ts';
import { same } from '../same.ts';
import { inside, type Sentence, sentence } from '../sentence.ts';
import { type FieldType, fieldType, type JsonSchema } from './fieldType.ts';

/** What any field's value is, which is what a cell of a row is; see `index.ts`. */
interface Cells {
  readonly valueOf: (column: Field, row: Values) => unknown;
  readonly showValue: (column: Field, raw: unknown) => string;
  readonly validateValue: (column: Field, value: unknown) => Sentence | undefined;
  readonly writeValue: (column: Field, value: unknown) => unknown;
  readonly schemaOf: (column: Field) => JsonSchema;
}

const writableOf = (columns: readonly Field[] = []): readonly Field[] => columns.filter((column) => column.writable);

/** A row's id tells what it was before it was changed; a new row has none. */
const idOf = (row: Values): Values => (row['id'] == null ? {} : { id: row['id'] });

/** A list of rows, all of the same columns: prices, stages, options. It is compared and written whole. */
export const rowsOf = (cells: Cells): FieldType =>
  fieldType({
    empty: [],
    parse: (raw, { columns }) => {
      if (raw === undefined || raw === null || raw === '') return null;
      if (!Array.isArray(raw)) return raw;
      return raw.length === 0 ? null : raw.map((row: unknown) => parseRow(row, writableOf(columns), cells));
    },
    validate: (value, field) => {
      if (!Array.isArray(value)) return sentence(l10n.t('“{0}” must be a list.', field.name));
      const columns = writableOf(field.columns);
      for (const [index, row] of value.entries()) {
        const wrong = validateRow(row, columns, cells);
        if (wrong) return within(field, index, wrong);
      }
      const copied = repeatedId(value);
      if (copied !== undefined) {
        const named = sentence(l10n.t('another row has this “id” already. Take it out of a copied row, which is a new one.'));
        return within(field, copied, inside(named, 'id'));
      }
      const twice = repeated(value, columns, cells);
      return (
        twice &&
        within(field, twice.index, inside(sentence(l10n.t('“{0}” is there already.', twice.column.name)), twice.column.key))
      );
    },
    equal: same,
    show: (value, { columns }) =>
      Array.isArray(value) ? value.map((row) => showRow(row, writableOf(columns), cells)).join(', ') : JSON.stringify(value),
    write: (value, { columns }) =>
      Array.isArray(value)
        ? value.map((row: unknown) => (isObject(row) ? writeRow(row, writableOf(columns), cells) : row))
        : value,
    schema: ({ columns }) => ({ type: 'array', items: rowSchema(writableOf(columns), cells) }),
  });

function parseRow(row: unknown, columns: readonly Field[], { valueOf }: Cells): unknown {
  if (!isObject(row)) return row;
  const set = columns.map((column) => [column.key, valueOf(column, row)] as const).filter(([, value]) => value !== null);
  return { ...idOf(row), ...Object.fromEntries(set) };
}

function validateRow(row: unknown, columns: readonly Field[], { valueOf, validateValue }: Cells): Sentence | undefined {
  if (!isObject(row)) return sentence(l10n.t('it must be an object, in braces.'));
  for (const column of columns) {
    const wrong = validateValue(column, valueOf(column, row));
    if (wrong) return inside(wrong, column.key);
  }
  return undefined;
}

/** Where a row has the id of a row before, which it would overwrite. */
function repeatedId(rows: readonly unknown[]): number | undefined {
  const ids = idsIn(rows);
  const place = ids.findIndex((id, index) => id !== undefined && ids.indexOf(id) < index);
  return place < 0 ? undefined : place;
}

/**
 * Rows with the ids that they have there: each under the id as it is spelled there, and one without an id that is called
 * like one there which no other row claims is that one. An earlier write made it, whose answer was lost.
 *
 * @param mine, there parsed values of the field
 */
export function claimed({ type, columns }: Field, mine: unknown, there: unknown): unknown {
  const [name] = writableOf(columns);
  if (type !== 'rows' || !name || !Array.isArray(mine) || !Array.isArray(there)) return mine;
  const rows = there.filter(isObject);
  const given = new Set(mine.filter(isObject).map(({ id }) => String(id)));
  return mine.map((row: unknown) => {
    if (!isObject(row)) return row;
    const found = rows.find(({ id, [name.key]: called }) =>
      row['id'] == null ? id != null && !given.has(String(id)) && called === row[name.key] : String(id) === String(row['id']),
    );
    if (found?.['id'] == null) return row;
    given.add(String(found['id']));
    return { ...row, id: found['id'] };
  });
}

/**
 * Why rows cannot be written in the place of those there: one has an id that is of another record, or of a row that was
 * deleted; or one has another place, where those are kept.
 */
export function misplaced(field: Field, mine: unknown, there: unknown): Sentence | undefined {
  if (field.type !== 'rows' || !Array.isArray(mine)) return undefined;
  const known = idsIn(there);
  const ids = idsIn(claimed(field, mine, there));
  const strange = ids.findIndex((id) => id !== undefined && !known.includes(id));
  const unknown = sentence(l10n.t('there is no row with this “id”. Take it out for a new row.'));
  if (strange >= 0) return within(field, strange, inside(unknown, 'id'));
  if (!field.fixedOrder) return undefined;
  const kept = known.filter((id) => ids.includes(id));
  const moved = ids.findIndex((id, place) => id !== kept[place]);
  return moved < 0 ? undefined : within(field, moved, sentence(field.fixedOrder));
}

const idsIn = (rows: unknown): readonly (string | undefined)[] =>
  (Array.isArray(rows) ? rows : []).map((row: unknown) => (isObject(row) && row['id'] != null ? String(row['id']) : undefined));

/** Where a unique column has a value that a row before has too. */
function repeated(rows: readonly unknown[], columns: readonly Field[], { valueOf }: Cells) {
  for (const column of columns.filter(({ unique }) => unique)) {
    const met = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const value = isObject(row) ? valueOf(column, row) : null;
      if (value === null) continue;
      if (met.has(JSON.stringify(value))) return { index, column };
      met.add(JSON.stringify(value));
    }
  }
  return undefined;
}

function showRow(row: unknown, columns: readonly Field[], { showValue }: Cells): string {
  if (!isObject(row)) return JSON.stringify(row);
  const [name = '', ...rest] = columns.map((column) => showValue(column, row[column.key]));
  const set = rest.filter((text) => text !== '');
  return set.length > 0 ? `${name} (${set.join(' · ')})` : name;
}

function writeRow(row: Values, columns: readonly Field[], { valueOf, writeValue }: Cells): Values {
  const set = columns.filter((column) => valueOf(column, row) !== null);
  return { ...idOf(row), ...Object.fromEntries(set.map((column) => [column.key, writeValue(column, valueOf(column, row))])) };
}

/** A sentence about one row, under the name of the whole. */
function within(field: Field, index: number, { text, at = [] }: Sentence): Sentence {
  return inside(sentence(l10n.t('“{0}”, row {1}: {2}', field.name, index + 1, text)), index, ...at);
}

function rowSchema(columns: readonly Field[], { schemaOf }: Cells): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: { type: ['integer', 'string'], description: l10n.t('Pipedrive’s number of the row; a new one has none.') },
      ...Object.fromEntries(columns.map((column) => [column.key, { title: column.name, ...schemaOf(column) }])),
    },
    required: columns.filter(({ required }) => required).map(({ key }) => key),
    additionalProperties: false,
  };
}
