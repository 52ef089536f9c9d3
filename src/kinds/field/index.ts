import type { Described } from '../../api/described.ts';
import type { Option } from '../../model/field.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { sentence } from '../../model/sentence.ts';
import { fixedField } from '../fixedField.ts';
import { type Collection, defineKind, type Kind } from '../kind.ts';
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

const options: Collection = {
  id: 'options',
  words: { many: 'Options', none: 'No options' },
  has: (record) => optionsOf(record).length > 0,
  list: async (_session, record) => ({
    items: optionsOf(record).map(({ id, label, color }) => ({
      id: String(id),
      label,
      icon: 'circle-filled',
      ...(color ? { color } : {}),
    })),
    misfits: [],
  }),
};

/** A field of another entity's records, itself shown as a record. */
function fieldKind(of: Described, words: Kind['words']): Kind {
  const entity = `${of}Field` as const;
  return defineKind({
    id: entity,
    folder: `${entity}s`,
    view: 'fields',
    words,
    icon: 'symbol-field',
    title: (record) => String(record.values['field_name'] ?? ''),
    description: (record) => sentence(typeName(String(record.values['field_type'] ?? ''))),
    iconOf: (record) => typeIcon(String(record.values['field_type'] ?? '')),
    summary: ['field_name', 'field_type', 'field_code', 'is_custom_field', 'description'],
    fields: async () => fields,
    list: (session, call) => session.api.records(entity).list(call),
    get: (session, id, call) => session.api.records(entity).get(id, call),
    listsWhole: true,
    collections: [options],
  });
}

export const personField = fieldKind('person', {
  one: 'Person field',
  many: 'Person fields',
  none: 'No person fields yet',
  create: 'New Person Field',
});
export const productField = fieldKind('product', {
  one: 'Product field',
  many: 'Product fields',
  none: 'No product fields yet',
  create: 'New Product Field',
});
