import type { Field } from '../model/field.ts';
import type { FieldTypeId } from '../model/fieldTypes/ids.ts';

/** A field that every account has and that Pipedrive does not list among its fields. */
export function fixedField(
  key: string,
  name: string,
  type: FieldTypeId,
  more: Partial<Omit<Field, 'key' | 'name' | 'type' | 'wireType' | 'custom'>> = {},
): Field {
  return { key, name, type, wireType: type, custom: false, writable: true, required: false, options: [], ...more };
}
