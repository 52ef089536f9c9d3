import type { ContactEntry } from '../../../../model/values.ts';

/** One line of a list of e-mail addresses or phone numbers, as it stands in the form. */
export interface Row {
  readonly entry: ContactEntry;
  /** Its label is being typed. */
  readonly ownLabel?: boolean;
}

/** The lines of a field's value. What is no list (JSON can hold anything) has none. */
export function rowsOf(value: unknown): readonly Row[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly ContactEntry[])
    .filter((entry) => typeof entry === 'object' && entry !== null)
    .map((entry) => ({ entry }));
}

/** The value of the lines: those with something in them, exactly one of them primary. */
export function valueOf(rows: readonly Row[]): readonly ContactEntry[] {
  const entries = rows.map(({ entry }) => ({ ...entry, value: entry.value.trim() })).filter(({ value }) => value !== '');
  const primary = Math.max(
    0,
    entries.findIndex((entry) => entry.primary),
  );
  return entries.map((entry, index) => ({ ...entry, primary: index === primary }));
}

/** With one more, empty line. */
export function added(rows: readonly Row[]): readonly Row[] {
  return [...rows, { entry: { value: '', label: 'work', primary: rows.length === 0 } }];
}

export function changed(rows: readonly Row[], at: number, change: Partial<ContactEntry>, ownLabel = false): readonly Row[] {
  return rows.map((row, index) => (index === at ? { entry: { ...row.entry, ...change }, ownLabel } : row));
}

/** With a line in the place of the one before it, or behind it. */
export function moved(rows: readonly Row[], at: number, by: -1 | 1): readonly Row[] {
  const row = rows[at];
  const to = at + by;
  return row && to >= 0 && to < rows.length ? rows.toSpliced(at, 1).toSpliced(to, 0, row) : rows;
}

export function madePrimary(rows: readonly Row[], at: number): readonly Row[] {
  return rows.map((row, index) => ({ ...row, entry: { ...row.entry, primary: index === at } }));
}
