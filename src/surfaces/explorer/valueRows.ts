import type { Field } from '../../model/field.ts';
import { valueOf } from '../../model/fieldTypes/index.ts';
import { isObject } from '../../model/isObject.ts';
import type { ContactEntry } from '../../model/values.ts';
import type { RecordNode, ValueNode } from './nodes.ts';
import { quickEditors } from './quickEditors.ts';

/** The rows of the values that a kind lets a list change: one for each entry of contacts, one for any other value. */
export function valueRows(of: RecordNode, fields: readonly Field[]): ValueNode[] {
  if (!of.kind.update || of.kind.locked?.(of.record)) return [];
  return (of.kind.quick ?? []).flatMap((key) => {
    const field = fields.find((one) => one.key === key);
    if (!field || !field.writable || !quickEditors[field.type]) return [];
    const row: ValueNode = { type: 'value', id: `${of.id}/${key}`, of, field };
    const entries = quickEditors[field.type] === 'entry' ? entriesOf(field, of.record.values[key]) : [];
    // Two entries may hold the same, so that their place is what tells them apart.
    return entries.length === 0 ? [row] : entries.map((entry, place) => ({ ...row, id: `${row.id}/${place}`, entry }));
  });
}

/** A value of contacts as its entries; what is no entry is left out. */
export function entriesOf(field: Field, raw: unknown): readonly ContactEntry[] {
  const value = valueOf(field, { [field.key]: raw });
  return Array.isArray(value) ? value.filter(isEntry) : [];
}

const isEntry = (entry: unknown): entry is ContactEntry => isObject(entry) && typeof entry['value'] === 'string';
