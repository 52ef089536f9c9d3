import assert from 'node:assert/strict';
import type { Endpoint, Operation } from '../../../src/api/endpoint.ts';
import { createApi } from '../../../src/api/index.ts';
import { type OperationName, operations } from '../../../src/api/operationTable.ts';
import type { Api, ApiVersion, Entity } from '../../../src/api/types.ts';
import type { PipedriveRecord } from '../../../src/model/record.ts';
import { type SandboxHandle, startSandbox } from '../../../src/sandbox/server.ts';
import { everyOperation, type World } from './everyOperation.ts';
import { type Front, frontOf, type Passed } from './front.ts';
import { RequestConformance } from './requests.ts';
import { token } from './server.ts';
import { readDocuments } from '../sandbox/conformance/documents.ts';
import { noDocuments, skipFor } from '../skip.ts';

const names = Object.keys(operations) as OperationName[];

const isRequestOf = ({ method, path }: Endpoint, passed: Passed): boolean =>
  passed.method === method && new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(passed.path);

/** Values of a new record by what it is. */
const newest = {
  person: { name: 'Made up', emails: [{ value: 'm@example.com', label: 'work', primary: true }] },
  product: {
    ...{ name: 'Thing', code: 'T', unit: 'kg', tax: 0, visible_to: 3 },
    prices: [
      { currency: 'EUR', price: 10, cost: 5, direct_cost: 1, notes: 'n' },
      { currency: 'USD', price: 11, cost: 5, direct_cost: 1, notes: 'n' },
    ],
  },
  pipeline: { name: 'Line', is_deal_probability_enabled: false },
  personField: { field_name: 'Choice', field_type: 'enum', options: [{ label: 'A' }, { label: 'B' }] },
  productField: { field_name: 'Choice', field_type: 'set', options: [{ label: 'A' }, { label: 'B' }] },
};

function worldOf(api: Api, me: number, busy: number): World {
  return {
    api,
    me,
    busy,
    first: async (entity: Entity) => {
      const { items } = await api.records(entity).list({ limit: 20 });
      const one = entity.endsWith('Field') ? items.find(({ values }) => values.is_custom_field) : items[0];
      assert.ok(one, `no ${entity}`);
      return one.id;
    },
    fresh: async (entity) => (await api.records(entity).create(newest[entity])).id,
  };
}

/** A person with a mail and a file. */
async function busyPerson(api: Api): Promise<PipedriveRecord> {
  for (const person of (await api.records('person').list()).items) {
    const { values } = await api.records('person').get(person.id);
    if (Number(values.email_messages_count) > 0 && Number(values.files_count) > 0) return person;
  }
  throw new Error('Nobody has mails and files.');
}

describe('every operation', function () {
  this.timeout(30_000);
  const documents = readDocuments();
  const conformance = documents && new RequestConformance(documents);
  /** Every request of both versions. */
  const all: Passed[] = [];

  for (const version of ['v1', 'v2'] as const) {
    describe(`with ${version} chosen`, () => {
      let sandbox: SandboxHandle;
      let front: Front;
      let world: World;
      const on = (chosen: ApiVersion): Api => {
        const log = { debug: () => undefined, warn: () => undefined };
        return createApi({ baseUrl: front.url, token, version: () => chosen, log });
      };

      before(async () => {
        sandbox = await startSandbox({ token, persons: 40, limits: { burst: 10_000, search: 10_000 } });
        front = await frontOf(sandbox.url);
        const api = on(version);
        world = worldOf(api, (await api.me()).id, Number((await busyPerson(api)).id));
        front.passed.length = 0;
      });
      after(async () => {
        world.api.dispose();
        await front.close();
        await sandbox.close();
      });

      for (const name of names) {
        const operation: Operation = operations[name];
        const endpoint =
          operation[version] ?? (operation.each === undefined ? operation[version === 'v1' ? 'v2' : 'v1'] : undefined);
        it(`${name} is served${operation[version] ? '' : ' all the same'}`, async () => {
          front.passed.length = 0;
          await everyOperation[name](world);
          all.push(...front.passed);
          if (endpoint)
            assert.ok(
              front.passed.some((passed) => isRequestOf(endpoint, passed)),
              'its endpoint was not asked',
            );
          if (!conformance) return;
          assert.deepEqual([...new Set(front.passed.flatMap((passed) => conformance.problemsOf(passed)))], []);
        });
      }
    });
  }

  // After the rest: mocha runs what stands beside groups before them.
  describe('in all', () => {
    it('is asked in each version that offers it', () => {
      const left = names.flatMap((name) =>
        Object.values(operations[name] as Operation)
          .filter((endpoint): endpoint is Endpoint => typeof endpoint === 'object')
          .filter((endpoint) => !all.some((passed) => isRequestOf(endpoint, passed)))
          .map(({ method, path }) => `${method} ${path}`),
      );
      assert.deepEqual(left, []);
    });

    it('has its requests held against the published documents', function () {
      if (!conformance) skipFor(this, noDocuments);
      assert.ok(all.length > 250, `${all.length} requests`);
      assert.deepEqual(conformance.unused, [], 'what excuses nothing');
    });
  });
});
