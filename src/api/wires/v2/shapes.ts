import * as z from 'zod/mini';

/** Version 2's shapes. Pipedrive's documents mark almost nothing nullable, its answers nearly everything. */

export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const text = maybe(z.string());
export const number = maybe(z.number());
export const flag = maybe(z.boolean());
export const ids = maybe(z.array(z.number()));
export const id = z.union([z.number(), z.string()]);

export const contacts = maybe(z.array(z.looseObject({ value: text, label: text, primary: flag })));

/** Values by key; which type each has is the fields' to say, not the schema's. */
export const custom = maybe(z.looseObject({}));

export const times = { add_time: text, update_time: text };
