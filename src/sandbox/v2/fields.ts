import { changeField, createField, removeField } from '../fieldRules.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { addressParts, type Field, type FieldEntity } from '../records.ts';
import { zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { addOptions, removeOptions, renameOptions } from './fieldOptions.ts';
import { demandOwn, readFieldChange, readNewField } from './fieldWrites.ts';
import { notFound } from './lists.ts';
import { pageByPlace, Query } from './query.ts';

type Part = readonly [code: string, name: string, type: string];

const zone: readonly Part[] = [
  ['timezone_id', 'Time zone ID of', 'int'],
  ['timezone_name', 'Time zone of', 'varchar'],
];

/** The parts of a value, by the type of its field. */
const parts: Readonly<Record<string, readonly Part[]>> = {
  monetary: [
    ['value', 'Amount of', 'double'],
    ['currency', 'Currency of', 'varchar'],
  ],
  daterange: [
    ['value', 'Start of', 'date'],
    ['until', 'End of', 'date'],
  ],
  time: [['value', 'Time of', 'time'], ...zone],
  timerange: [['value', 'Start of', 'time'], ['until', 'End of', 'time'], ...zone],
  address: [
    ['value', 'Text of', 'varchar'],
    ...addressParts.map((part): Part => [part, `${part.replaceAll('_', ' ')} of`, 'varchar']),
  ],
};

function showField(field: Field, include: readonly string[]): Record<string, unknown> {
  const subfields = parts[field.codeType]?.map(([field_code, name, field_type]) => ({
    field_code,
    field_name: `${name} ${field.name}`,
    field_type,
  }));
  const optionTimes = field.custom ? { add_time: zonedTime(field.addTime), update_time: null } : {};
  const extras: Record<string, unknown> = {
    ui_visibility: {
      add_visible_flag: field.addVisible,
      details_visible_flag: field.detailsVisible,
      ...(field.entity === 'person' ? { show_in_add_deal_dialog: field.dealDialog ?? { show: false, order: null } } : {}),
    },
    important_fields: { enabled: field.important, stage_ids: field.importantStages ?? [] },
    required_fields: { enabled: field.required },
  };
  return {
    field_name: field.name,
    field_code: field.code,
    description: field.description,
    field_type: field.codeType,
    options: field.options?.map((option) => ({ ...option, ...optionTimes })) ?? null,
    subfields: subfields ?? null,
    is_custom_field: field.custom,
    is_optional_response_field: field.optional,
    is_writable: field.custom || field.bulkEdit,
    ...Object.fromEntries(include.map((name) => [name, extras[name]])),
  };
}

function operations(entity: FieldEntity, path: string, includes: readonly string[]): Operation[] {
  const list = ({ store, query: sent }: Call): Answer => {
    const query = new Query(sent, ['include_fields', 'limit', 'cursor']);
    const include = query.list('include_fields', includes);
    const fields = store.fieldsOf(entity).filter((field) => field.code !== null);
    const { page, next } = pageByPlace(query, fields);
    return pageAnswer(
      page.map((field) => showField(field, include)),
      next,
    );
  };
  const found = ({ store, params }: Call): Field => {
    const field = store.fieldsOf(entity).find((one) => one.code !== null && one.code === params['field_code']);
    if (!field) throw notFound('Field');
    return field;
  };
  const get = (call: Call): Answer => {
    const query = new Query(call.query, ['include_fields']);
    const include = query.list('include_fields', includes);
    query.check();
    return answer(showField(found(call), include));
  };
  const create = ({ store, user, body }: Call): Answer =>
    answer(showField(createField(store, user, entity, readNewField(body, entity)), includes));
  const update = (call: Call): Answer => {
    const before = found(call);
    return answer(showField(changeField(call.store, before, readFieldChange(call.body, before)), includes));
  };
  const remove = (call: Call): Answer => {
    const field = found(call);
    demandOwn(field);
    return answer(showField(removeField(call.store, field), []));
  };
  const one = `${path}/:field_code`;
  return [
    { version: 'v2', method: 'GET', path, run: list },
    { version: 'v2', method: 'POST', path, run: create },
    { version: 'v2', method: 'GET', path: one, run: get },
    { version: 'v2', method: 'PATCH', path: one, run: update },
    { version: 'v2', method: 'DELETE', path: one, run: remove },
    { version: 'v2', method: 'POST', path: `${one}/options`, run: (call) => addOptions(call, found(call)) },
    { version: 'v2', method: 'PATCH', path: `${one}/options`, run: (call) => renameOptions(call, found(call)) },
    { version: 'v2', method: 'DELETE', path: `${one}/options`, run: (call) => removeOptions(call, found(call)) },
  ];
}

export const fieldOperations: readonly Operation[] = [
  ...operations('person', '/personFields', ['ui_visibility', 'important_fields', 'required_fields']),
  ...operations('product', '/productFields', ['ui_visibility']),
];
