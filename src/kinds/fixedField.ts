import type { Field } from '../model/field.ts';
import type { FieldTypeId } from '../model/fieldTypes/ids.ts';

/** A field that every account has and that Pipedrive does not list among its fields; its name is for `vscode.l10n.t`. */
export function fixedField(
  key: string,
  name: string,
  type: FieldTypeId,
  more: Partial<Omit<Field, 'key' | 'name' | 'fixed' | 'type' | 'wireType' | 'custom'>> = {},
): Field {
  return { key, name, fixed: true, type, wireType: type, custom: false, writable: true, required: false, options: [], ...more };
}
