import type { Field } from '../field.ts';
import type { Sentence } from '../sentence.ts';
import { same } from '../same.ts';

/** The part of JSON Schema (draft 7, with VS Code's additions) that describes a value. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a value's form depends on beside its type. */
export type Shape = Pick<Field, 'columns'>;

/**
 * What a value of one type is. Values have version 2's shapes
 * (https://pipedrive.readme.io/docs/core-api-concepts-custom-fields); a surface that needs more
 * than this, a form control say, keeps a map of its own over all types.
 */
export interface FieldType {
  /** The unset value as Pipedrive takes it to clear the field. */
  readonly empty: null | readonly [];
  /** A value from the wire or the document's text, brought into the one form that is compared and sent. */
  parse(raw: unknown, field: Shape): unknown;
  /** Why Pipedrive would refuse a parsed, set value: a sentence for each part that is wrong, in order. */
  problems(value: unknown, field: Field): readonly Sentence[];
  /** Whether two parsed values are the same to a person. */
  equal(a: unknown, b: unknown, field: Shape): boolean;
  /** A parsed, set value as text. `name` is what an id stands for, where known. */
  show(value: unknown, field: Field, name?: string): string;
  /** What version 2 is sent for a parsed, set value. */
  write(value: unknown, field: Shape): unknown;
  /**
   * Of a type that holds several: what of a parsed, set value another one lacks, in its order and such that it can be put
   * behind the other's. Absent where a value is one.
   */
  lacking?(other: readonly unknown[], value: readonly unknown[]): readonly unknown[];
  /** What a value is the id of, where it is one: something with a name of its own. */
  readonly refersTo?: 'user' | 'organization' | 'person';
  /** The account's list that its choices, or a part of it, come from. */
  readonly choices?: 'users' | 'currencies';
  /** What the text of a document may hold for a set value. */
  schema(field: Field): JsonSchema;
}

/** What a type is told by: one thing at most is wrong with a value that is one. */
type Own = Pick<FieldType, 'schema'> &
  Partial<FieldType> &
  (
    | Pick<FieldType, 'problems'>
    | {
        /** Why Pipedrive would refuse a parsed, set value; nothing when it is fine. */
        readonly validate: (value: unknown, field: Field) => Sentence | undefined;
      }
  );

/** A type's description with what most types have in common filled in. */
export function fieldType(own: Own): FieldType {
  return {
    empty: null,
    problems: (value, field) => {
      const wrong = 'validate' in own ? own.validate(value, field) : undefined;
      return wrong ? [wrong] : [];
    },
    parse: (raw) => (raw === undefined || raw === '' ? null : raw),
    equal: same,
    show: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
    write: (value) => value,
    ...own,
  };
}
