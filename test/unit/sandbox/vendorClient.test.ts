import assert from 'node:assert/strict';
import { v1, v2 } from 'pipedrive';
import { type Rig, start } from './support.ts';

/** Pipedrive's own Node client must not notice that it talks to a sandbox. */
describe('sandbox: with the vendor’s client', function () {
  this.timeout(30_000);
  let rig: Rig;
  before(async () => {
    rig = await start({ limits: {} });
  });
  after(() => rig.sandbox.close());

  const settings = (path: string): { apiKey: string; basePath: string } => ({
    apiKey: rig.sandbox.token,
    basePath: `${rig.sandbox.url}${path}`,
  });

  it('version 2: creates, gets, changes, lists, finds and deletes a person', async () => {
    const persons = new v2.PersonsApi(new v2.Configuration(settings('/api/v2')));
    const created = await persons.addPerson({
      AddPersonRequest: { name: 'Vera Vendor', emails: [{ value: 'vera@example.com', primary: true, label: 'work' }], org_id: 2 },
    });
    const id = created.data?.id ?? 0;
    assert.ok(id > 0);
    const got = await persons.getPerson({ id, include_fields: 'open_deals_count' });
    assert.equal(got.data?.name, 'Vera Vendor');
    const changed = await persons.updatePerson({ id, UpdatePersonRequest: { name: 'Vera Changed', org_id: 3 } });
    assert.equal(changed.data?.org_id, 3);

    const seen: number[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await persons.getPersons({ limit: 500, ...(cursor ? { cursor } : {}) });
      seen.push(...(page.data ?? []).map((person) => person.id ?? 0));
      cursor = page.additional_data?.next_cursor ?? undefined;
      if (!cursor) break;
    }
    assert.equal(seen.length, 1_200);
    assert.ok(seen.includes(id));
    const hits = await persons.searchPersons({ term: 'Vera Changed' });
    assert.equal(hits.data?.items?.[0]?.item?.id, id);
    assert.deepEqual((await persons.deletePerson({ id })).data, { id });
    assert.equal((await persons.getPersons({ ids: String(id) })).data?.length, 0);
  });

  it('version 2: reads everything else that is served', async () => {
    const configuration = new v2.Configuration(settings('/api/v2'));
    const pipelines = await new v2.PipelinesApi(configuration).getPipelines();
    assert.equal(pipelines.data?.length, 4);
    const stages = await new v2.StagesApi(configuration).getStages({ pipeline_id: 2 });
    assert.equal(stages.data?.length, 3);
    const products = await new v2.ProductsApi(configuration).getProducts({ limit: 3 });
    assert.equal(products.data?.length, 3);
    const organizations = await new v2.OrganizationsApi(configuration).getOrganizations({ limit: 500 });
    assert.equal(organizations.data?.length, 60);
    const fields = await new v2.PersonFieldsApi(configuration).getPersonFields({ limit: 500 });
    assert.ok((fields.data?.length ?? 0) > 50);
  });

  it('version 1: reads users and fields (it has no persons any more)', async () => {
    const configuration = new v1.Configuration(settings('/api/v1'));
    const users = new v1.UsersApi(configuration);
    const me = await users.getCurrentUser();
    assert.equal(me.data?.company_name, 'Larkspur Trading');
    assert.equal((await users.getUsers()).data?.length, 8);
    const fields = await new v1.PersonFieldsApi(configuration).getPersonFields({ start: 0, limit: 5 });
    assert.equal(fields.data?.length, 5);
  });

  it('hears of a refusal as of one by Pipedrive', async () => {
    const persons = new v2.PersonsApi(new v2.Configuration(settings('/api/v2')));
    await assert.rejects(persons.addPerson({ AddPersonRequest: { owner_id: 1, name: 'x' } }), (error: unknown) =>
      JSON.stringify(error).includes('owner_id: User not found or not accessible.'),
    );
  });
});
