import type { Answer, Call, Operation } from '../operation.ts';
import { changeField, createField, removeField } from '../fieldRules.ts';
import { Refusal } from '../refusal.ts';
import type { CustomType, Field, FieldEntity, User } from '../records.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { subkeys } from './customFields.ts';
import { demandOwn, readFieldChange, readNewField } from './fieldWrites.ts';
import { pathId } from './lists.ts';
import { bulkRemoval } from './removals.ts';

function showField(field: Field, { id: viewer }: User): Record<string, unknown> {
  return {
    id: field.id,
    key: field.key,
    name: field.name,
    order_nr: field.orderNr,
    field_type: field.type,
    json_column_flag: field.type === 'address',
    add_time: plainTime(field.addTime),
    update_time: orNull(field.updateTime, plainTime),
    last_updated_by_user_id: field.custom ? viewer : null,
    created_by_user_id: field.createdBy,
    active_flag: !field.deleted,
    edit_flag: field.custom,
    index_visible_flag: true,
    details_visible_flag: field.detailsVisible,
    add_visible_flag: field.addVisible,
    important_flag: field.important,
    bulk_edit_allowed: field.bulkEdit,
    searchable_flag: false,
    filtering_allowed: true,
    sortable_flag: true,
    mandatory_flag: field.mandatory,
    ...(field.description === null ? {} : { description: field.description }),
    // Absent, not null, where there are none.
    ...(field.options ? { options: field.options } : {}),
    ...(field.optionsDeleted.length > 0 ? { options_deleted: field.optionsDeleted } : {}),
  };
}

const partNames: Readonly<Record<string, string>> = {
  currency: 'Currency of',
  until: 'End of',
  timezone_id: 'Time zone of',
};

/** The parts of a value stand in the list as entries of their own, without an id. */
function partRows(field: Field): Record<string, unknown>[] {
  if (field.deleted) return [];
  return (subkeys[field.type as CustomType] ?? []).map((part) => ({
    id: null,
    key: `${field.key}_${part}`,
    name: `${partNames[part] ?? part.replaceAll('_', ' ')} ${field.name}`,
    order_nr: field.orderNr,
    field_type: part === 'until' ? (field.type === 'daterange' ? 'date' : 'time') : part === 'timezone_id' ? 'int' : 'varchar',
    add_time: plainTime(field.addTime),
    update_time: orNull(field.updateTime, plainTime),
    active_flag: true,
    edit_flag: true,
    index_visible_flag: true,
    details_visible_flag: false,
    add_visible_flag: false,
    important_flag: false,
    bulk_edit_allowed: false,
    searchable_flag: false,
    filtering_allowed: true,
    sortable_flag: true,
    mandatory_flag: false,
    is_subfield: true,
    parent_id: field.id,
    id_suffix: `_${part}`,
  }));
}

/** A field of the entity, or the refusal that version 1 has for one that is gone or never was. */
function found(call: Call, entity: FieldEntity): Field {
  const field = call.store.fields.get(pathId(call));
  if (field?.entity === entity && !field.deleted) return field;
  const error = 'The field is not found';
  throw new Refusal({ status: 410, body: { success: false, error } }, error);
}

function operations(entity: FieldEntity, path: string, created: number): Operation[] {
  const list = ({ store, user, query }: Call): Answer => {
    const rows = store.fields.by('entity', entity).flatMap((field) => [showField(field, user), ...partRows(field)]);
    return listAnswer(pageOf(rows, query), (row) => row);
  };
  const get = (call: Call): Answer => answer(showField(found(call, entity), call.user));
  const create = (call: Call): Answer => {
    const field = createField(call.store, call.user, entity, readNewField(call, entity));
    return answer(showField(field, call.user), {}, created);
  };
  const update = (call: Call): Answer => {
    const before = found(call, entity);
    return answer(showField(changeField(call.store, before, readFieldChange(call, before)), call.user));
  };
  const remove = (call: Call): Answer => {
    const field = found(call, entity);
    demandOwn(field);
    removeField(call.store, field);
    return answer({ id: field.id });
  };
  const removeMany = (call: Call): Answer =>
    bulkRemoval(call, (id) => {
      const field = call.store.fields.get(id);
      if (field?.entity !== entity || field.deleted || !field.custom) return false;
      removeField(call.store, field);
      return true;
    });
  return [
    { version: 'v1', method: 'GET', path, run: list },
    { version: 'v1', method: 'POST', path, run: create },
    { version: 'v1', method: 'DELETE', path, run: removeMany },
    { version: 'v1', method: 'GET', path: `${path}/:id`, run: get },
    { version: 'v1', method: 'PUT', path: `${path}/:id`, run: update },
    { version: 'v1', method: 'DELETE', path: `${path}/:id`, run: remove },
  ];
}

export const fieldOperations: readonly Operation[] = [
  ...operations('person', '/personFields', 200),
  ...operations('product', '/productFields', 201),
];
