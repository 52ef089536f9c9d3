import assert from 'node:assert/strict';
import { person } from '../../../src/kinds/person/index.ts';
import { personField } from '../../../src/kinds/field/index.ts';
import { pipeline } from '../../../src/kinds/pipeline/index.ts';
import { product } from '../../../src/kinds/product/index.ts';
import type { Kind } from '../../../src/kinds/index.ts';
import type { RecordId } from '../../../src/model/record.ts';
import { company } from './support/world.ts';

describe('a save', function () {
  this.timeout(30_000);
  let world: Awaited<ReturnType<typeof company>>;
  before(async () => {
    world = await company();
  });
  after(() => world.close());

  for (const version of ['v2', 'v1'] as const) {
    describe(`in ${version}`, () => {
      /** A record of its own. */
      async function made(kind: Kind, values: object): Promise<RecordId> {
        const { id } = await world.on(version).records.create(kind, 'demo', values as never);
        world.writes();
        return id;
      }
      const options = [{ label: 'One' }, { label: 'Two' }];

      describe('of what cannot be empty', () => {
        const keys: ReadonlyArray<readonly [Kind, string, readonly string[]]> = [
          [person, 'persons', ['owner_id', 'visible_to', 'marketing_status']],
          [product, 'products', ['owner_id', 'visible_to', 'tax', 'billing_frequency', 'is_linkable', 'is_deleted']],
          [pipeline, 'pipelines', ['is_deal_probability_enabled', 'is_deleted', 'order_nr']],
        ];
        for (const [kind, what, all] of keys) {
          it(`is refused at the field, for ${what}, and nothing is sent`, async () => {
            const { open, save } = world.on(version);
            const state = await open(kind, 2);
            world.writes();
            const held = all.filter((key) => state.fields.some((field) => field.key === key && field.writable));
            for (const key of held.filter((one) => state.latest?.values[one] != null)) {
              for (const nothing of [null, undefined]) {
                await assert.rejects(save(state, { [key]: nothing, name: 'Other' }), /cannot be empty/, key);
                assert.deepEqual(Object.keys(state.refusal?.fields ?? {}), [key]);
              }
            }
            assert.deepEqual(world.writes(), []);
          });
        }

        it('is no matter for a new record', async () => {
          const { draft, save } = world.on(version);
          const state = await draft(product);
          await save(state, { name: `No owner ${version}`, owner_id: null, is_linkable: null });
          assert.equal(state.created?.values['is_linkable'], true);
        });
      });

      it('keeps the zone of a time', async () => {
        const { open, records, save } = world.on(version);
        const time = (await records.fields(person, 'demo')).find(({ custom, type }) => custom && type === 'time');
        assert.ok(time);
        const state = await open(person, 6);
        const zone = version === 'v1' ? { timezone_id: 128 } : { timezone_name: 'Asia/Tokyo' };
        await save(state, { [time.key]: { value: '10:00:00', timezone_id: 128, timezone_name: 'Asia/Tokyo' } });
        assert.deepEqual({ ...(state.latest?.values[time.key] as object), ...zone }, state.latest?.values[time.key]);
        await save(state, { [time.key]: { ...(state.latest?.values[time.key] as object), value: '11:00:00' } });
        assert.deepEqual({ ...(state.latest?.values[time.key] as object), ...zone }, state.latest?.values[time.key]);
      });

      describe('of rows', () => {
        const pipelineOf = () => made(pipeline, { name: 'Rows', stages: [{ name: 'A' }, { name: 'B', deal_probability: 40 }] });
        type Stage = { readonly id: number; readonly name: string };
        const names = (stages: unknown) => (stages as Stage[]).map(({ name }) => name);

        it('an id given as text is the same id', async () => {
          const { open, save } = world.on(version);
          const state = await open(pipeline, await pipelineOf());
          const [a, b] = state.latest?.values['stages'] as Stage[];
          world.writes();
          await save(state, { stages: [{ ...a, id: String(a?.id), name: 'A2' }, b] });
          assert.deepEqual(
            world.writes().map(({ method }) => method),
            [version === 'v2' ? 'PATCH' : 'PUT'],
          );
          assert.deepEqual(state.latest?.values['stages'], [{ ...a, name: 'A2' }, b]);
        });

        it('a copied row with its id is refused, and so is an id of elsewhere', async () => {
          const { open, save } = world.on(version);
          const state = await open(pipeline, await pipelineOf());
          const stages = state.latest?.values['stages'] as Stage[];
          world.writes();
          await assert.rejects(save(state, { stages: [...stages, { ...stages[0], name: 'Copy' }] }), /row 3: another row/);
          await assert.rejects(
            save(state, { stages: [...stages, { id: 99_999, name: 'Else' }] }),
            /row 3: .*no row with this “id”/,
          );
          const field = await open(personField, await made(personField, { field_name: 'E', field_type: 'enum', options }));
          const own = (field.latest?.values['options'] as { id: number; label: string }[]).map(({ id, label }) => ({
            id,
            label,
          }));
          await assert.rejects(
            save(field, { options: [...own, { id: 99_999, label: 'Else' }] }),
            /row 3: .*no row with this “id”/,
          );
          assert.deepEqual(world.writes(), []);
        });

        it('an option is not made twice, nor deleted, after a lost answer', async () => {
          const { open, save } = world.on(version);
          const id = await made(personField, { field_name: `Options ${version}`, field_type: 'enum', options });
          const state = await open(personField, id);
          const wanted = {
            options: [
              ...(state.latest?.values['options'] as { id: number; label: string }[]).map(({ id, label }) => ({ id, label })),
              { label: 'Three' },
            ],
          };
          const path = version === 'v2' ? '/personFields/*/options' : '/personFields/*';
          const method = version === 'v2' ? 'POST' : 'PUT';
          world.sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method, path });
          await assert.rejects(save(state, wanted));
          world.sandbox.clearFaults();
          const after = await world.on(version).open(personField, id);
          await save(state, { ...wanted, field_name: 'Renamed' });
          assert.deepEqual(state.latest?.values['options'], after.latest?.values['options']);
        });

        it('names keep their order', async () => {
          const { open } = world.on(version);
          assert.deepEqual(names((await open(pipeline, await pipelineOf())).latest?.values['stages']), ['A', 'B']);
        });
      });
    });
  }
});
