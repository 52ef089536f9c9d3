import * as z from 'zod/mini';
import { kinds } from '../../kinds/index.ts';

/** A value of an input with what a model reads about it. */
const told = <T extends z.ZodMiniType>(type: T, description: string): T => type.check(z.describe(description)) as T;

const kind = told(z.string(), `What the record is: ${kinds.map(({ words }) => words.one.toLowerCase()).join(', ')}.`);
const record = told(z.union([z.string(), z.number()]), 'The record’s id, or its exact name.');
const fields = told(
  z.record(z.string(), z.unknown()),
  'Values by field name or key. Options by label, users, persons and organizations by name or id, dates as YYYY-MM-DD, money as {"amount": 12.5, "currency": "EUR"}, e-mails and phones as a list. null clears a field.',
);
const day = (what: string) => told(z.string(), `${what}, as YYYY-MM-DD.`);

/** What each tool takes. The manifest's schemas are made of it (`npm run manifest`), and each call is held against it. */
export const inputs = {
  search: z.strictObject({
    term: told(z.string(), 'What to look for, at least two characters.'),
    kind: z.optional(told(kind, 'Only records of this kind; all kinds that can be searched without it.')),
  }),
  get: z.strictObject({ kind, record }),
  fields: z.strictObject({ kind }),
  figures: z.strictObject({
    pipeline: told(z.union([z.string(), z.number()]), 'The pipeline’s id, or its exact name.'),
    from: day('The first day'),
    until: day('The last day'),
    user: z.optional(
      told(z.union([z.string(), z.number()]), 'Whose deals, by name or id; those of the person who is signed in without it.'),
    ),
  }),
  update: z.strictObject({ kind, record, fields }),
  create: z.strictObject({ kind, fields }),
};

export type ToolId = keyof typeof inputs;
export type Input<T extends ToolId> = z.infer<(typeof inputs)[T]>;

/** The JSON schema of a tool's input. */
export function schemaOf(id: ToolId): object {
  const { $schema: _, ...schema } = z.toJSONSchema(inputs[id]);
  return schema;
}
