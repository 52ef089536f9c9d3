import assert from 'node:assert/strict';
import { costOf } from '../../../src/sandbox/costs.ts';
import type { Operation, Version } from '../../../src/sandbox/operation.ts';
import { operations } from '../../../src/sandbox/operations.ts';
import { type Deviation, deviations } from './deviations.ts';
import { misfits, readDocument, resolve } from './openapi.ts';
import { inner, keyOf, type Reply, type Rig, start } from './support.ts';

type Document = NonNullable<ReturnType<typeof readDocument>>;

/** One successful request of each kind an operation knows. */
async function examples(rig: Rig, { version, method, path }: Operation): Promise<Reply[]> {
  const at = `/api/${version}`;
  const created = async (): Promise<unknown> => (await rig.send('POST', `${at}/persons`, { name: 'Made for a test' })).data['id'];
  if (method === 'POST') return [await rig.send('POST', `${at}${path}`, { name: 'Conform', org_id: 2 })];
  if (method === 'DELETE') return [await rig.send('DELETE', `${at}${path.replace(':id', String(await created()))}`)];
  if (method !== 'GET')
    return [await rig.send(method, `${at}${path.replace(':id', String(await created()))}`, { name: 'Changed', org_id: 3 })];
  if (path.endsWith('/search')) return [await rig.get(`${at}${path}?term=an`)];
  if (path === '/users/:id') return [await rig.get(`${at}/users/${(await rig.get('/v1/users')).rows[0]?.['id']}`)];
  if (path.endsWith('Fields/:id'))
    return [
      await rig.get(`${at}${path.replace(':id', String((await rig.get(`/v1${path.replace('/:id', '')}`)).rows[0]?.['id']))}`),
    ];
  if (path.endsWith(':field_code')) {
    const entity = path.startsWith('/person') ? 'person' : 'product';
    return [
      await rig.get(
        `${at}${path.replace(':field_code', await keyOf(rig, entity === 'person' ? 'Segment' : 'Energy class', entity))}`,
      ),
    ];
  }
  if (path.includes(':id'))
    return [await rig.get(`${at}${path.replace(':id', '3')}`), await rig.get(`${at}${path.replace(':id', '4')}`)];
  if (path.startsWith('/users') || path === '/pipelines') return [await rig.get(`${at}${path}`)];
  return [await rig.get(`${at}${path}?limit=500`), await rig.get(`${at}${path}?limit=1`)];
}

describe('sandbox: held against the published documents', function () {
  this.timeout(120_000);
  let rig: Rig;
  let documents: Record<Version, Document> | undefined;
  const needed = new Set<Deviation>();

  before(async function () {
    const v1 = readDocument('pipedrive-v1.yaml');
    const v2 = readDocument('pipedrive-v2.yaml');
    if (!v1 || !v2) {
      process.stdout.write('      skipped: the published documents are not at hand (../shared/openapi)\n');
      return this.skip();
    }
    documents = { v1, v2 };
    rig = await start();
  });
  after(() => rig?.sandbox.close());

  for (const operation of operations) {
    const { version, method, path } = operation;
    const name = `${version} ${method} ${path}`;
    it(name, async () => {
      assert.ok(documents);
      const { root, paths } = documents[version];
      const documented = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      assert.ok(documented, 'is documented');
      assert.equal(costOf(version, method, path), documented['x-token-cost'], 'API tokens');

      for (const reply of await examples(rig, operation)) {
        const response = resolve(root, inner(documented['responses'])[String(reply.status)]);
        const schema = inner(inner(inner(response['content'])['application/json'])['schema']);
        assert.ok(Object.keys(schema).length > 0, `the status ${reply.status} is documented`);
        const found = new Set(misfits(root, schema, reply.body));
        const unexcused = [...found].filter((misfit) => {
          const excuses = deviations.filter((one) => one.operation.test(name) && one.misfit.test(misfit));
          for (const excuse of excuses) needed.add(excuse);
          return excuses.length === 0;
        });
        assert.deepEqual(unexcused, []);
      }
    });
  }

  it('excuses nothing that needs no excuse', () => {
    assert.deepEqual(
      deviations.filter((one) => !needed.has(one)).map(({ operation, misfit }) => `${operation} ${misfit}`),
      [],
    );
  });
});
