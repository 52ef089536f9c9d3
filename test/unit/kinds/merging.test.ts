import assert from 'node:assert/strict';
import { createApi } from '../../../src/api/index.ts';
import type { Api } from '../../../src/api/types.ts';
import { person } from '../../../src/kinds/person/index.ts';
import { equalValues, valueOf } from '../../../src/model/fieldTypes/index.ts';
import { mergePlan } from '../../../src/model/mergePlan.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { readDocuments, resolve } from '../sandbox/conformance/documents.ts';
import { inner } from '../sandbox/support.ts';
import { noDocuments, skipFor } from '../skip.ts';

const token = 'merging-test-token-0123456789abcdef';
const log = { debug: () => undefined, warn: () => undefined };
const { merge } = person;
assert.ok(merge);

for (const version of ['v2', 'v1'] as const) {
  describe(`merging persons, over ${version}`, function () {
    this.timeout(30_000);
    let sandbox: SandboxHandle;
    let api: Api;
    before(async () => {
      sandbox = await startSandbox({ token, persons: 100, limits: { burst: 1_000, search: 1_000 } });
      api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
    });
    after(async () => {
      api.dispose();
      await sandbox.close();
    });
    const session = () => ({ api, account: { id: 'a', company: '', user: '', currency: 'EUR', demo: false } });

    it('comes out as the plan says, for forty pairs', async () => {
      const fields = (await person.fields(session())).filter(merge.takesPart);
      const { items } = await person.list(session(), { limit: 90 });
      for (let pair = 0; pair < 40; pair++) {
        const [absorbed, survivor] = await Promise.all(
          items.slice(pair * 2, pair * 2 + 2).map(({ id }) => person.get(session(), id)),
        );
        assert.ok(absorbed && survivor);
        const plan = mergePlan({ fields, joins: merge.joins }, survivor.values, absorbed.values);
        await merge.run(session(), absorbed.id, survivor.id);
        const after = await person.get(session(), survivor.id);
        for (const { field, result } of plan) {
          const is = valueOf(field, after.values);
          assert.ok(equalValues(field, is, result), `${field.name}: ${JSON.stringify(is)} is not ${JSON.stringify(result)}`);
        }
      }
    });

    it('absorbs the person of the address; the one in the body survives', async () => {
      const [absorbed, survivor] = [91, 92];
      sandbox.log.clear();
      assert.equal((await merge.run(session(), absorbed, survivor)).id, survivor);
      const [sent] = sandbox.log.entries.filter(({ method }) => method === 'PUT');
      assert.deepEqual([sent?.path, sent?.body], [`/api/v1/persons/${absorbed}/merge`, { merge_with_id: survivor }]);
      const deleted = async (id: number) => (await person.get(session(), id)).values['is_deleted'];
      assert.deepEqual([await deleted(absorbed), await deleted(survivor)], [true, false]);
    });

    it('costs what it says', async () => {
      sandbox.log.clear();
      const [one, other] = [93, 94];
      const absorbed = await person.get(session(), one);
      const survivor = await person.get(session(), other);
      await person.update?.(session(), survivor, { job_title: 'Kept' });
      await merge.run(session(), absorbed.id, survivor.id);
      await person.get(session(), other);
      const spent = sandbox.log.entries.filter(({ path }) => /persons\/\d+/.test(path)).reduce((sum, { cost }) => sum + cost, 0);
      assert.equal(api.forecast(merge.plan(true)), spent);
    });
  });
}

describe('the published documents on merging persons', function () {
  // They are of several megabytes.
  this.timeout(60_000);
  it('say that the other one than that of the address is not overwritten', function () {
    const documents = readDocuments();
    if (!documents) return skipFor(this, noDocuments);
    for (const document of documents.v1) {
      const operation = inner(document.paths['/persons/{id}/merge']?.['put']);
      const body = resolve(document.root, operation['requestBody']);
      const schema = resolve(document.root, inner(inner(body['content'])['application/json'])['schema']);
      const { description } = inner(inner(schema['properties'])['merge_with_id']);
      assert.match(String(description), /not be overwritten/, document.name);
    }
  });
});
