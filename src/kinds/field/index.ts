import type { Option } from '../../model/field.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { fixedField } from '../fixedField.ts';
import { defineKind, type Kind } from '../kind.ts';
import { typeIcon, typeName } from './types.ts';

const fields = [
  fixedField('field_name', 'Name', 'varchar', { required: true }),
  fixedField('field_type', 'Type', 'varchar', { writable: false }),
  fixedField('field_code', 'Key', 'varchar', { writable: false }),
  fixedField('is_custom_field', 'Custom field', 'boolean', { writable: false }),
  fixedField('description', 'Description', 'text', { writable: false }),
];

/** The choices of an `enum` or `set` field's own record. */
function optionsOf(record: PipedriveRecord): readonly Option[] {
  const options = record.values['options'];
  return Array.isArray(options) ? (options as readonly Option[]) : [];
}

/** A field of persons or of products, itself shown as a record. */
function fieldKind(of: 'person' | 'product', words: Kind['words']): Kind {
  const entity = `${of}Field` as const;
  return defineKind({
    id: entity,
    folder: `${entity}s`,
    view: 'fields',
    words,
    icon: 'symbol-field',
    title: (record) => String(record.values['field_name'] ?? record.id),
    description: (record) => typeName(String(record.values['field_type'] ?? '')),
    iconOf: (record) => typeIcon(String(record.values['field_type'] ?? '')),
    summary: ['field_name', 'field_type', 'field_code', 'is_custom_field', 'description'],
    fields: async () => fields,
    list: (session, options) => session.api.records(entity).list(options),
    get: (session, id, options) => session.api.records(entity).get(id, options),
    listsWhole: true,
    children: {
      has: (record) => optionsOf(record).length > 0,
      list: async (_session, record) => ({
        items: optionsOf(record).map((option) => ({
          id: String(option.id),
          label: option.label,
          icon: 'circle-filled',
          ...(option.color ? { color: option.color } : {}),
        })),
        misfits: [],
      }),
    },
  });
}

export const personField = fieldKind('person', {
  one: 'Person field',
  many: 'Person fields',
  create: 'New Person Field',
});
export const productField = fieldKind('product', {
  one: 'Product field',
  many: 'Product fields',
  create: 'New Product Field',
});
