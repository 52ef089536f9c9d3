import * as l10n from '@vscode/l10n';
import type { Described } from '../../api/described.ts';
import { optionsIn } from '../../api/fieldOf.ts';
import type { Field, Option } from '../../model/field.ts';
import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';
import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { fixedField } from '../fixedField.ts';
import { type Collection, defineKind, type Kind } from '../kind.ts';
import { listed } from './listed.ts';
import { typeIcon, typeName } from './types.ts';

/** The types a field of the account's own can have, by Pipedrive's names (https://developers.pipedrive.com/docs/api/v1/PersonFields#addPersonField). */
const creatable: readonly FieldTypeId[] = [
  ...(['varchar', 'varchar_auto', 'text', 'double', 'monetary', 'date', 'daterange', 'time', 'timerange'] as const),
  ...(['enum', 'set', 'user', 'org', 'people', 'phone', 'address'] as const),
];

/** Types that have choices. */
const withChoices = ['enum', 'set'];

const fields = [
  fixedField('field_name', l10n.t('Name'), 'varchar', { required: true }),
  fixedField('field_type', l10n.t('Type'), 'enum', {
    writable: false,
    settable: true,
    required: true,
    options: creatable.map((id) => ({ id, label: typeName(id) })),
  }),
  fixedField('options', l10n.t('Options'), 'rows', {
    columns: [fixedField('label', l10n.t('Label'), 'varchar', { required: true, unique: true })],
    when: { key: 'field_type', is: withChoices },
    description: l10n.t(
      'In Pipedrive’s order; new ones go to the end. A renamed option stays the same for every record that has it.',
    ),
  }),
  fixedField('field_code', l10n.t('Key'), 'varchar', { writable: false }),
  fixedField('is_custom_field', l10n.t('Custom field'), 'boolean', { writable: false }),
  fixedField('description', l10n.t('Description'), 'text', { writable: false }),
];

/** Whether it is asked for when a person is made; product fields have no such choice. */
const shownInAdd = fixedField('add_visible_flag', l10n.t('Shown in the “add person” dialog'), 'boolean', { clearable: false });

/** Pipedrive groups the flag with others of its kind; in the form it stands alone. */
function unfold(record: PipedriveRecord): PipedriveRecord {
  const shown = record.values['ui_visibility'];
  return isObject(shown) ? { ...record, values: { ...record.values, add_visible_flag: shown['add_visible_flag'] } } : record;
}

const fold = ({ add_visible_flag: shown, ...values }: Values): Values =>
  shown === undefined ? values : { ...values, ui_visibility: { add_visible_flag: shown } };

/** The choices of an `enum` or `set` field's own record. */
function optionsOf(record: PipedriveRecord): readonly Option[] {
  return optionsIn(record.values['options']);
}

const options: Collection = {
  id: 'options',
  words: { many: l10n.t('Options'), none: l10n.t('No options') },
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

/** The fields of a field: its options with their colours, and its type also where it is one that nobody can choose. */
function fieldsOf(known: readonly Field[], record: PipedriveRecord | undefined): readonly Field[] {
  if (!record) return known;
  const type = String(record.values['field_type'] ?? '');
  return known.map((field) => {
    if (field.key === 'options') return { ...field, options: optionsOf(record) };
    if (field.key === 'field_type') return { ...field, options: [{ id: type, label: typeName(type) }] };
    return field;
  });
}

/** A field of another entity's records, itself shown as a record. */
function fieldKind(of: Described, words: Kind['words'], own: readonly Field[]): Kind {
  const entity = `${of}Field` as const;
  return defineKind({
    id: entity,
    folder: `${entity}s`,
    view: 'fields',
    words,
    icon: 'symbol-field',
    title: (record) => String(record.values['field_name'] ?? ''),
    nameKey: 'field_name',
    description: (record) => typeName(String(record.values['field_type'] ?? '')),
    iconOf: (record) => typeIcon(String(record.values['field_type'] ?? '')),
    summary: ['field_name', 'field_type', 'field_code', 'is_custom_field', 'description'],
    fields: async () => [...fields, ...own],
    fieldsOf,
    locked: (record) =>
      record.values['is_custom_field'] === true
        ? undefined
        : l10n.t('This is one of Pipedrive’s own fields. It can be neither changed nor deleted.'),
    async list(session, options) {
      const page = await session.api.records(entity).list(options);
      return { ...page, items: page.items.map(unfold) };
    },
    get: async (session, id, options) => unfold(await session.api.records(entity).get(id, options)),
    create: async (session, values, options) => unfold(await session.api.records(entity).create(fold(values), options)),
    update: async (session, { id }, changes, options) =>
      unfold(await session.api.records(entity).update(id, fold(changes), options)),
    remove: (session, id, options) => session.api.records(entity).remove(id, options),
    removeMany: {
      plan: (count) => ({ operation: `${entity}.removeMany`, count }),
      run: (session, ids, options) => session.api.removeMany(entity, ids, options),
    },
    hangsOff: { needs: [], of: () => [l10n.t('its values in every record')] },
    afterwards: l10n.t('Nothing brings a deleted field back, nor its values.'),
    describes: of,
    undated: true,
    listsWhole: true,
    listed,
    defaults: async () => ({ field_name: '', field_type: 'varchar' }),
    collections: [options],
  });
}

export const personField = fieldKind(
  'person',
  {
    one: l10n.t('Person field'),
    many: l10n.t('Person fields'),
    several: l10n.t('person fields'),
    counted: [l10n.t('{0} person field'), l10n.t('{0} person fields')],
    none: l10n.t('No person fields yet'),
    create: l10n.t('New Person Field'),
  },
  [shownInAdd],
);
export const productField = fieldKind(
  'product',
  {
    one: l10n.t('Product field'),
    many: l10n.t('Product fields'),
    several: l10n.t('product fields'),
    counted: [l10n.t('{0} product field'), l10n.t('{0} product fields')],
    none: l10n.t('No product fields yet'),
    create: l10n.t('New Product Field'),
  },
  [],
);
