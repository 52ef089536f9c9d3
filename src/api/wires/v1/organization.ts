import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { active, address, changeTime, labels, nameOf, numeral, reference } from './part.ts';
import * as shape from './shapes.ts';

/** https://developers.pipedrive.com/docs/api/v1/Organizations, version 1. */
export const organization = flat({
  schema: z.looseObject({
    id: shape.id,
    name: shape.text,
    owner_id: shape.reference,
    label: shape.number,
    label_ids: shape.ids,
    visible_to: shape.number,
    active_flag: shape.flag,
    address: shape.text,
    ...shape.times,
  }),
  parts: [
    reference('owner_id'),
    nameOf('owner_name', 'owner_id'),
    labels,
    numeral('visible_to'),
    active(),
    address('address'),
    changeTime,
  ],
  same: ['id', 'name', 'website', 'linkedin', 'industry', 'annual_revenue', 'employee_count'],
});
