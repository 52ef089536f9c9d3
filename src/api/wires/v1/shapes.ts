import * as z from 'zod/mini';

/** Version 1's shapes, as loose as its answers: flags as 0 or 1, numbers as strings, ids as objects. */

export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

export const text = maybe(z.string());
export const number = maybe(z.union([z.number(), z.string()]));
export const flag = maybe(z.union([z.boolean(), z.number(), z.string()]));
export const id = z.union([z.number(), z.string()]);

/** An id, or the small object of what it names. */
export const reference = maybe(z.union([z.number(), z.string(), z.looseObject({ value: number, id: number, name: text })]));

export const contacts = maybe(z.union([z.array(z.looseObject({ value: text, label: text, primary: flag })), z.string()]));

export const ids = maybe(z.array(z.union([z.number(), z.string()])));

export const times = { add_time: text, update_time: text };
