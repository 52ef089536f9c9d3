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
  readonly problemsOf: (column: Field, value: unknown) => readonly Sentence[];
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
    problems: (value, field) => {
      if (!Array.isArray(value)) return [sentence(l10n.t('“{0}” must be a list.', field.name))];
      const columns = writableOf(field.columns);
      const met = new Set<string>();
      return value.flatMap((row: unknown, index) =>
        rowProblems(row, columns, cells, met).map((one) => within(field, index, one)),
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

/** @param met the ids, and the values of unique columns, of the rows before; this row's are put in */
function rowProblems(row: unknown, columns: readonly Field[], cells: Cells, met: Set<string>): readonly Sentence[] {
  if (!isObject(row)) return [sentence(l10n.t('it must be an object, in braces.'))];
  // A row with the id of one before would overwrite that one, however the id is spelled.
  const copied = row['id'] != null && isRepeated(met, 'id', String(row['id']));
  const named = sentence(l10n.t('another row has this “id” already. Take it out of a copied row, which is a new one.'));
  return [...(copied ? [inside(named, 'id')] : []), ...columns.flatMap((column) => cellProblems(row, column, cells, met))];
}

function cellProblems(row: Values, column: Field, { valueOf, problemsOf }: Cells, met: Set<string>): readonly Sentence[] {
  const value = valueOf(column, row);
  const twice = column.unique && value !== null && isRepeated(met, column.key, value);
  const wrong = problemsOf(column, value);
  if (wrong.length === 0 && twice) return [inside(sentence(l10n.t('“{0}” is there already.', column.name)), column.key)];
  return wrong.map((one) => inside(one, column.key));
}

/** Whether a row before has the same in this column. */
function isRepeated(met: Set<string>, column: string, value: unknown): boolean {
  const one = JSON.stringify([column, value]);
  const repeated = met.has(one);
  met.add(one);
  return repeated;
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
export function misplaced(field: Field, mine: unknown, there: unknown): readonly Sentence[] {
  if (field.type !== 'rows' || !Array.isArray(mine)) return [];
  const known = idsIn(there);
  const ids = idsIn(claimed(field, mine, there));
  const unknown = sentence(l10n.t('there is no row with this “id”. Take it out for a new row.'));
  const strange = ids.flatMap((id, index) => (id !== undefined && !known.includes(id) ? [index] : []));
  if (strange.length > 0) return strange.map((index) => within(field, index, inside(unknown, 'id')));
  if (!field.fixedOrder) return [];
  const kept = known.filter((id) => ids.includes(id));
  // Where one stands elsewhere, those behind it do too: the first says it.
  const moved = ids.findIndex((id, place) => id !== kept[place]);
  return moved < 0 ? [] : [within(field, moved, sentence(field.fixedOrder))];
}

const idsIn = (rows: unknown): readonly (string | undefined)[] =>
  (Array.isArray(rows) ? rows : []).map((row: unknown) => (isObject(row) && row['id'] != null ? String(row['id']) : undefined));

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
