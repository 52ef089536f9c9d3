import { isObject } from '../../../../model/isObject.ts';
import type { Values } from '../../../../model/record.ts';

/** One row of a table, as it stands in the form. */
export interface Row {
  /** Stays the same while the row is shown, also when Pipedrive gives it an id. */
  readonly key: string;
  readonly values: Values;
}

/**
 * The rows of a field's value; what is no list (JSON can hold anything) has none. A row that was shown before keeps its
 * key: known by its id, else by its place among those that had none.
 */
export function rowsOf(value: unknown, before: readonly Row[]): readonly Row[] {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  const ids = new Map(before.flatMap(({ key, values }) => (values['id'] == null ? [] : [[values['id'], key] as const])));
  const without = before.filter(({ values }) => values['id'] == null).map(({ key }) => key);
  const keys = rows.map((row) => (row['id'] == null ? undefined : ids.get(row['id'])) ?? without.shift());
  const used = new Set(keys);
  return rows.map((values, index) => ({ key: keys[index] ?? unused(used), values }));
}

/** All rows that exist in Pipedrive, and of the new ones those with something in them. */
export function filledIn(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ values }) => Object.keys(values).length > 0);
}

export function valueOf(rows: readonly Row[]): readonly Values[] {
  return filledIn(rows).map(({ values }) => values);
}

/** With one more, empty row. */
export function added(rows: readonly Row[]): readonly Row[] {
  return [...rows, { key: unused(new Set(rows.map(({ key }) => key))), values: {} }];
}

export function removed(rows: readonly Row[], key: string): readonly Row[] {
  return rows.filter((row) => row.key !== key);
}

/** With a row in the place of the one before it, or behind it. */
export function moved(rows: readonly Row[], key: string, by: -1 | 1): readonly Row[] {
  const from = rows.findIndex((row) => row.key === key);
  const row = rows[from];
  const to = from + by;
  return row && to >= 0 && to < rows.length ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : rows;
}

/** With another value in a cell; `null` empties it. */
export function changed(rows: readonly Row[], key: string, column: string, value: unknown): readonly Row[] {
  return rows.map((row) => {
    if (row.key !== key) return row;
    const { [column]: _before, ...others } = row.values;
    return { key, values: value === null ? others : { ...others, [column]: value } };
  });
}

function unused(used: Set<string | undefined>): string {
  let number = used.size;
  while (used.has(`row${number}`)) number++;
  const key = `row${number}`;
  used.add(key);
  return key;
}
