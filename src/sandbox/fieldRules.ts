import { createHash } from 'node:crypto';
import { customTypes, type Field, type FieldEntity, type FieldOption, type User } from './records.ts';
import type { Store } from './store.ts';

/** The types a field of the account's own can have. */
export function creatableTypes(entity: FieldEntity, version: 'v1' | 'v2'): readonly string[] {
  return version === 'v1' && entity === 'person' ? [...customTypes, 'visible_to'] : customTypes;
}

export const takesOptions = (type: string): boolean => type === 'enum' || type === 'set';
export const mostOptions = 10_000;

export interface NewField {
  name: string;
  type: string;
  /** For the types that take options. */
  labels: readonly string[];
  shown?: Partial<Pick<Field, 'addVisible' | 'detailsVisible' | 'dealDialog' | 'important' | 'importantStages' | 'required'>>;
}

export function createField(store: Store, user: User, entity: FieldEntity, { name, type, labels, shown }: NewField): Field {
  const id = store.fields.nextId();
  const key = createHash('sha1').update(`${entity} ${id} ${store.now()}`).digest('hex');
  return store.putField({
    id,
    entity,
    key,
    code: key,
    name,
    type,
    codeType: type,
    custom: true,
    optional: false,
    options: takesOptions(type) ? newOptions(store, labels) : null,
    optionsDeleted: [],
    description: null,
    orderNr: store.fieldsOf(entity).length + 1,
    addVisible: true,
    detailsVisible: true,
    important: false,
    required: false,
    bulkEdit: true,
    mandatory: false,
    addTime: store.now(),
    updateTime: null,
    createdBy: user.id,
    deleted: false,
    ...shown,
  });
}

export function newOptions(store: Store, labels: readonly string[]): FieldOption[] {
  return labels.map((label) => ({ id: store.nextOptionId(), label }));
}

/** Gives a field other options; those that are left out are deleted, and records that hold them keep their ids. */
export function replaceOptions(field: Field, options: FieldOption[]): Pick<Field, 'options' | 'optionsDeleted'> {
  const kept = new Set(options.map(({ id }) => id));
  const gone = (field.options ?? []).filter(({ id }) => !kept.has(id));
  return { options, optionsDeleted: [...field.optionsDeleted, ...gone] };
}

export function changeField(store: Store, before: Field, change: Partial<Field>): Field {
  return store.putField({ ...before, ...change, updateTime: store.now() });
}

/** Deletes a field; what records held in it is not shown any more. */
export function removeField(store: Store, field: Field): Field {
  return store.putField({ ...field, deleted: true, updateTime: store.now() });
}
