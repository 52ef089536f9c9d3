import * as z from 'zod/mini';
import { isObject } from '../../../model/isObject.ts';
import { folded } from './folded.ts';
import { flag, maybe, text } from './shapes.ts';

const option = z.looseObject({ id: z.union([z.number(), z.string()]), label: text, color: text });

/** https://developers.pipedrive.com/docs/api/v1/PersonFields, version 2: a field is named by its code. */
export const field = folded({
  id: 'field_code',
  schema: z.looseObject({
    field_code: z.string(),
    field_name: text,
    field_type: text,
    description: text,
    options: maybe(z.array(option)),
    subfields: maybe(z.array(z.looseObject({}))),
    is_custom_field: flag,
    is_writable: flag,
  }),
  // A new field's choices have no ids; those of a field that exists have operations of their own.
  write: ({ options, ...rest }) =>
    Array.isArray(options) ? { ...rest, options: options.filter(isObject).map(({ label }) => ({ label })) } : rest,
});
