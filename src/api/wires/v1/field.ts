import * as z from 'zod/mini';
import { isObject } from '../../../model/isObject.ts';
import { toBoolean } from '../scalars.ts';
import { flat } from './flat.ts';
import { optional, type Part, spelled } from './part.ts';
import * as shape from './shapes.ts';

const option = z.looseObject({ id: shape.id, label: shape.text, color: shape.text });

/** A field of the account's own can be edited and has an id; rows of a field's second key can and have none. */
const custom: Part = {
  wire: ['edit_flag', 'id'],
  model: ['is_custom_field'],
  read: ({ edit_flag: edit, id }, { values }) => {
    values.is_custom_field = toBoolean(edit ?? false) === true && id !== null && id !== undefined;
  },
  // The id is version 1's own, so both are always kept as they came.
  write: () => ({}),
  body: () => ({}),
};

/** A body's list of choices is the complete one: those that exist with their id, new ones without. */
const options: Part = {
  ...optional('options'),
  body: ({ options: choices }) =>
    Array.isArray(choices)
      ? { options: choices.filter(isObject).map(({ id, label }) => ({ ...(id !== undefined && id !== null && { id }), label })) }
      : {},
};

/** Whether it is asked for when a record is created. Version 2 groups it with more. */
const visibility: Part = {
  wire: ['add_visible_flag'],
  model: ['ui_visibility'],
  read: ({ add_visible_flag: shown }, { values }) => {
    values.ui_visibility = { add_visible_flag: toBoolean(shown) };
  },
  write: ({ ui_visibility: shown }) => (isObject(shown) ? { add_visible_flag: shown.add_visible_flag } : {}),
  body: ({ ui_visibility: shown }) =>
    isObject(shown) && shown.add_visible_flag !== undefined ? { add_visible_flag: shown.add_visible_flag } : {},
};

/**
 * https://developers.pipedrive.com/docs/api/v1/PersonFields, version 1. The record is named by its key, which
 * version 2 calls its code; the number that version 1 addresses it by stays in `extras.id`.
 */
export const field = flat({
  id: 'key',
  schema: z.looseObject({
    id: shape.maybe(shape.id),
    key: z.string(),
    name: shape.text,
    field_type: shape.text,
    edit_flag: shape.flag,
    active_flag: shape.flag,
    options: shape.maybe(z.array(option)),
  }),
  parts: [
    spelled('key', 'field_code'),
    spelled('name', 'field_name'),
    custom,
    options,
    visibility,
    ...['description', 'subfields'].map(optional),
  ],
  same: ['field_type'],
});
