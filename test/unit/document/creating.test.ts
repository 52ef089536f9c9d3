import assert from 'node:assert/strict';
import { person } from '../../../src/kinds/person/index.ts';
import { pipeline } from '../../../src/kinds/pipeline/index.ts';
import { product } from '../../../src/kinds/product/index.ts';
import type { Kind } from '../../../src/kinds/index.ts';
import type { Values } from '../../../src/model/record.ts';
import { company } from './support/world.ts';

describe('a creation whose answer was lost', function () {
  this.timeout(30_000);
  let world: Awaited<ReturnType<typeof company>>;
  before(async () => {
    world = await company();
  });
  after(() => world.close());

  for (const version of ['v2', 'v1'] as const) {
    describe(`in ${version}`, () => {
      /** Saves a draft twice, its first answer lost; gives what it became, and how often it was sent. */
      async function twice(kind: Kind, changes: Values, then: Values = changes) {
        const { draft, save } = world.on(version);
        const state = await draft(kind);
        world.writes();
        world.sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'POST', path: `/${kind.folder}` });
        await assert.rejects(save(state, changes));
        world.sandbox.clearFaults();
        await save(state, then);
        return {
          state,
          posts: world.writes().filter(({ method, path }) => method === 'POST' && path.endsWith(kind.folder)).length,
        };
      }

      it('that was none says what Pipedrive said, and is sent again without a search', async () => {
        const { draft, save } = world.on(version);
        const state = await draft(person);
        const body = { success: false, error: 'Limit reached' };
        world.sandbox.fault({ fault: { kind: 'status', status: 200, body }, method: 'POST', path: '/persons' });
        await assert.rejects(save(state, { name: 'Refused' }), /“Limit reached”/);
        assert.equal(state.sent, undefined);
        world.sandbox.clearFaults();
        await save(state, { name: 'Refused' });
        assert.equal(state.created?.values['name'], 'Refused');
      });

      const values: Readonly<Record<string, Values>> = {
        'a name': {},
        'a time of its own': { add_time: '2020-01-01T00:00:00Z' },
        'a consent that Pipedrive passes over': { marketing_status: 'subscribed' },
        'two phones, none the first': {
          phones: [
            { value: '1', label: 'work' },
            { value: '2', label: 'work' },
          ],
        },
        'spaces around it': { emails: [{ value: ' a@example.com', label: 'work', primary: true }] },
      };
      for (const [what, more] of Object.entries(values)) {
        it(`with ${what} makes no second person`, async () => {
          assert.equal((await twice(person, { name: `${what} ${version}`, ...more })).posts, 1);
        });
      }

      const parts = { address: { value: 'Main St 1' }, monetary: { value: 5 }, time: { value: '10:00:00' } };
      for (const [type, value] of Object.entries(parts)) {
        it(`with a ${type} that Pipedrive says more of makes no second person`, async () => {
          const fields = await world.on(version).records.fields(person, 'demo');
          const field = fields.find((one) => one.custom && one.type === type);
          assert.ok(field);
          assert.equal((await twice(person, { name: `${type} ${version}`, [field.key]: value })).posts, 1);
        });
      }

      it('makes no second product, whose prices say more, nor pipeline', async () => {
        assert.equal((await twice(product, { name: `Product ${version}` })).posts, 1);
        assert.equal((await twice(pipeline, { name: `Pipeline ${version}` })).posts, 1);
      });

      it('takes out what was taken out meanwhile', async () => {
        const phones = [{ value: '123', label: 'work', primary: true }];
        const { state } = await twice(person, { name: `Emptied ${version}`, phones }, { name: `Emptied ${version}`, phones: [] });
        assert.deepEqual(state.created?.values['phones'], []);
      });

      it('leaves alone a namesake that says something else', async () => {
        const { api, draft, save } = world.on(version);
        const state = await draft(person);
        const name = `Namesake ${version}`;
        world.sandbox.fault({ fault: { kind: 'drop', when: 'before' }, method: 'POST', path: '/persons' });
        await assert.rejects(save(state, { name, job_title: 'Here' }));
        await api.records('person').create({ name, job_title: 'There' });
        world.writes();
        await save(state, { name, job_title: 'Here' });
        assert.equal(world.writes().length, 1);
      });
    });
  }
});
