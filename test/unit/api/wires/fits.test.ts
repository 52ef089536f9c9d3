import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { fits } from '../../../../src/api/wires/fits.ts';
import { wireOf } from '../../../../src/api/wires/index.ts';
import type { WireEntity } from '../../../../src/api/wires/wire.ts';

const entities: readonly WireEntity[] = [
  ...(['person', 'product', 'pipeline', 'stage', 'organization', 'personField', 'productField', 'deal', 'activity'] as const),
  ...(['file', 'user', 'note', 'mail', 'follower', 'row'] as const),
];

/** What rows hold, in the right place or the wrong one. */
const value = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'x', 0, 1, Infinity, Number.NaN, true, [], {}, [1], ['1'], [null]),
  fc.constantFrom<unknown>([{ value: 'a', label: 'b', primary: true }], [{ value: 5 }], { value: 3, name: 'x' }, { value: true }),
  fc.jsonValue({ maxDepth: 2 }),
);

describe('the plain yes of a schema', () => {
  for (const version of ['v1', 'v2'] as const) {
    for (const entity of entities) {
      const { schema } = wireOf(entity, version);
      it(`is zod's own: ${entity}, ${version}`, () => {
        const keys = [...Object.keys((schema as z.ZodMiniObject).shape), 'other'];
        const row = fc.dictionary(fc.constantFrom(...keys), value);
        fc.assert(
          fc.property(fc.oneof({ weight: 9, arbitrary: row }, value), (raw) => {
            assert.equal(fits(schema, raw), schema.safeParse(raw).success);
          }),
          { numRuns: 300 },
        );
      });
    }
  }

  it('is said to a row as it comes as a rule, or nothing were gained', () => {
    const row = {
      id: 1,
      name: 'A',
      emails: [{ value: 'a@example.com', primary: true }],
      org_id: null,
      custom_fields: {},
      new: 1,
    };
    assert.equal(fits(wireOf('person', 'v2').schema, row), true);
  });

  it('is never said of a schema that it does not know', () => {
    const others: ReadonlyArray<readonly [z.ZodMiniType, unknown]> = [
      [z.email(), 'a@example.com'],
      [z.string().check(z.minLength(1)), 'a'],
      [z.int(), 1],
      [z.coerce.number(), 1],
      [z.literal('a'), 'a'],
      [z.object({ a: z.string() }), { a: 'a' }],
      [z.strictObject({ a: z.string() }), { a: 'a' }],
      [z.optional(z.literal('a')), 'a'],
    ];
    for (const [schema, raw] of others) {
      assert.equal(schema.safeParse(raw).success, true);
      assert.equal(fits(schema, raw), false);
    }
  });
});
