import assert from 'node:assert/strict';
import { person } from '../../../src/kinds/person/index.ts';
import { personField } from '../../../src/kinds/field/index.ts';
import { pipeline } from '../../../src/kinds/pipeline/index.ts';
import { product } from '../../../src/kinds/product/index.ts';
import type { Kind } from '../../../src/kinds/index.ts';
import type { RecordId } from '../../../src/model/record.ts';
import { standing } from '../../../src/model/threeWay.ts';
import type { RecordState } from '../../../src/surfaces/document/state.ts';
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
      const optionsOf = ({ latest }: RecordState) =>
        ((latest?.values['options'] ?? []) as { id: number; label: string }[]).map(({ id, label }) => ({ id, label }));
      type Stage = { readonly id: number; readonly name: string };
      const stagesOf = ({ latest }: RecordState) => (latest?.values['stages'] ?? []) as readonly Stage[];
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
        // Version 1 tells it by its number alone; another one than before, which would be kept.
        const [zone, named] = version === 'v1' ? [21, 'America/New_York'] : [128, 'Asia/Tokyo'];
        const given = { timezone_id: zone };
        await save(state, { [time.key]: { value: '10:00:00', timezone_name: named, ...given } });
        assert.deepEqual({ ...(state.latest?.values[time.key] as object), ...given }, state.latest?.values[time.key]);
        await save(state, { [time.key]: { ...(state.latest?.values[time.key] as object), value: '11:00:00' } });
        assert.deepEqual({ ...(state.latest?.values[time.key] as object), ...given }, state.latest?.values[time.key]);
      });

      it('says what Pipedrive kept as it was, and sends nothing empty', async () => {
        const { open, save } = world.on(version);
        const id = await made(pipeline, { name: 'Kept', stages: [{ name: 'A', deal_probability: 40 }] });
        const state = await open(pipeline, id);
        const [stage] = stagesOf(state);
        world.writes();
        await save(state, { stages: [{ id: stage?.id, name: stage?.name }] });
        assert.deepEqual(world.writes(), []);
        assert.deepEqual(
          state.notices.map(({ field, sentence }) => [field, sentence]),
          [['stages', 'Pipedrive kept “Stages” as it was.']],
        );
        assert.ok(state.unread);
        await save(state, { name: 'Renamed' });
        assert.deepEqual(state.notices, []);
      });

      it('counts what the answer leaves out as done, since it was not refused', async () => {
        const { open, save } = world.on(version);
        const id = await made(person, { name: 'Told', org_id: 2, job_title: 'Chief' });
        const state = await open(person, id);
        const body = { success: true, data: { id, name: 'Told' } };
        const method = version === 'v2' ? 'PATCH' : 'PUT';
        world.sandbox.fault({ fault: { kind: 'status', status: 200, when: 'after', body }, method, path: '/persons/*' });
        await save(state, { org_id: null });
        world.sandbox.clearFaults();
        assert.deepEqual(state.notices, []);
        assert.deepEqual([state.latest?.values['org_id'], state.latest?.values['job_title']], [null, 'Chief']);
        world.writes();
        await save(state, { org_id: null });
        assert.deepEqual(world.writes(), []);
      });

      it('takes out what a price no longer says', async () => {
        const { open, save } = world.on(version);
        const prices = [{ currency: 'EUR', price: 10, cost: 4, direct_cost: 2, notes: 'net' }];
        const state = await open(product, await made(product, { name: 'Priced', prices }));
        await save(state, { prices: [{ currency: 'EUR', price: 10 }] });
        const [price] = (state.latest?.values['prices'] ?? []) as Record<string, unknown>[];
        assert.deepEqual([price?.['price'], price?.['cost'], price?.['direct_cost'], price?.['notes']], [10, 0, 0, '']);
        assert.deepEqual(state.notices, []);
      });

      it('finds a colleague’s change of a field that an earlier save did not write', async () => {
        const { open, records, save } = world.on(version);
        const id = await made(person, { name: 'A' });
        const state = await open(person, id);
        const colleague = (name: string) => world.sandbox.asColleague('PATCH', `/api/v2/persons/${String(id)}`, { name });
        await save(state, { phones: [{ value: '9', label: 'work', primary: true }] });
        await colleague('B');
        const seen = await records.get({ accountId: 'demo', kind: person, id });
        state.latest = seen;
        state.base = standing(state.fields, seen);
        await colleague('A');
        await assert.rejects(save(state, { name: 'C' }), /A colleague changed “Name”/);
      });

      it('of a text brought back to where it began lets it be read again, where a colleague changed it', async () => {
        const { open, save } = world.on(version);
        const id = await made(person, { name: 'A' });
        const state = await open(person, id);
        await world.sandbox.asColleague('PATCH', `/api/v2/persons/${String(id)}`, { name: 'Theirs' });
        await assert.rejects(save(state, { name: 'Mine' }), /A colleague changed “Name”/);
        const { mtime } = state;
        await save(state, state.base?.values ?? {});
        assert.ok(state.unread);
        assert.ok(state.mtime > mtime);
        assert.equal(state.conflicts.size, 0);
      });

      describe('of rows', () => {
        const pipelineOf = () => made(pipeline, { name: 'Rows', stages: [{ name: 'A' }, { name: 'B', deal_probability: 40 }] });
        const names = (state: RecordState) => stagesOf(state).map(({ name }) => name);

        it('an id given as text is the same id', async () => {
          const { open, save } = world.on(version);
          const state = await open(pipeline, await pipelineOf());
          const [a, b] = stagesOf(state);
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
          const stages = stagesOf(state);
          world.writes();
          await assert.rejects(save(state, { stages: [...stages, { ...stages[0], name: 'Copy' }] }), /row 3: another row/);
          await assert.rejects(
            save(state, { stages: [...stages, { id: 99_999, name: 'Else' }] }),
            /row 3: .*no row with this “id”/,
          );
          const field = await open(personField, await made(personField, { field_name: 'E', field_type: 'enum', options }));
          const own = optionsOf(field);
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
            options: [...optionsOf(state), { label: 'Three' }],
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

        it('are put in order, or refused where that cannot be written', async () => {
          const { open, save } = world.on(version);
          const state = await open(pipeline, await pipelineOf());
          const [a, b] = stagesOf(state);
          world.writes();
          const moved = { stages: [b, { name: 'New' }, a] };
          if (version === 'v2') {
            await assert.rejects(save(state, moved), /row 1: it cannot take another place/);
            await assert.rejects(save(state, { stages: [a, { name: 'New' }, b] }), /row 2: it cannot take another place/);
            assert.deepEqual(world.writes(), []);
          } else {
            await save(state, moved);
            assert.deepEqual(names(state), ['B', 'New', 'A']);
          }
        });
      });
    });
  }
});
