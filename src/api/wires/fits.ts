import type { ZodMiniType } from 'zod/mini';
import type * as core from 'zod/v4/core';
import { isObject } from '../../model/isObject.ts';

type Test = (value: unknown) => boolean;

/** What the wires build their schemas of. */
type Known =
  | (core.$ZodString | core.$ZodNumber | core.$ZodBoolean)
  | (core.$ZodOptional | core.$ZodNullable | core.$ZodUnion | core.$ZodArray | core.$ZodObject);

/** Made when a schema is first asked for, since most of them never are. */
const tests = new WeakMap<ZodMiniType, Test>();

/**
 * A schema's plain yes, several times as fast as zod's own answer, which makes a result of every value it looks at.
 * Nearly every row of a list fits, so that only the others need be asked what is wrong with them.
 *
 * @param schema of parts of any kind; to one that the wires do not use, and to a check, the answer is no
 * @returns true only for what the schema takes
 */
export function fits(schema: ZodMiniType, value: unknown): boolean {
  let test = tests.get(schema);
  if (test === undefined) {
    test = testOf(schema);
    tests.set(schema, test);
  }
  return test(value);
}

const never: Test = () => false;

const either = (first: Test, second: Test): Test => (first === never ? second : (value) => first(value) || second(value));

function testOf(schema: ZodMiniType | core.$ZodType): Test {
  const { def } = (schema as Known)._zod;
  if ('check' in def || 'coerce' in def || (def.checks !== undefined && def.checks.length > 0)) return never;
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string';
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'number':
      return Number.isFinite;
    case 'optional':
      return either((value) => value === undefined, testOf(def.innerType));
    case 'nullable':
      return either((value) => value === null, testOf(def.innerType));
    case 'union':
      return def.options.map(testOf).reduce(either, never);
    case 'array':
      return everyOf(testOf(def.element));
    case 'object':
      return def.catchall?._zod.def.type === 'unknown' ? shaped(def.shape) : never;
    default:
      return never;
  }
}

const everyOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

function shaped(shape: Readonly<Record<string, core.$ZodType>>): Test {
  const parts = Object.entries(shape).map(([key, schema]) => ({ key, test: testOf(schema) }));
  return (value) => isObject(value) && parts.every(({ key, test }) => test(value[key]));
}
