import type { Node } from 'jsonc-parser';
import type { Field } from '../../../model/field.ts';
import { customKey } from '../recordText.ts';

/** A value in a record's text, and the field that it is of, or the column, in a row's cell. */
export interface Place {
  readonly field: Field;
  readonly key: Node;
  readonly value: Node;
}

/** Every value of a text that some field can be told of, those in rows after the value that the rows are. */
export function placesOf(fields: readonly Field[], root: Node): readonly Place[] {
  const writable = fields.filter((field) => field.writable);
  const standard = inObject(root, byKey(writable.filter(({ custom }) => !custom)));
  const custom = propertiesOf(root).find(({ key }) => key.value === customKey);
  return [...standard, ...(custom ? inObject(custom.value, byKey(writable.filter((field) => field.custom))) : [])];
}

/** The keys and values of an object that are complete. */
export function propertiesOf(object: Node): readonly { readonly key: Node; readonly value: Node }[] {
  if (object.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [{ key, value }] : []));
}

const byKey = (fields: readonly Field[]): ReadonlyMap<string, Field> => new Map(fields.map((field) => [field.key, field]));

function inObject(object: Node, fields: ReadonlyMap<string, Field>): readonly Place[] {
  return propertiesOf(object).flatMap(({ key, value }) => {
    const field = fields.get(String(key.value));
    return field ? [{ field, key, value }, ...inRows(field, value)] : [];
  });
}

function inRows({ columns = [] }: Field, rows: Node): readonly Place[] {
  if (rows.type !== 'array') return [];
  const known = byKey(columns.filter(({ writable }) => writable));
  return (rows.children ?? []).flatMap((row) => inObject(row, known));
}
