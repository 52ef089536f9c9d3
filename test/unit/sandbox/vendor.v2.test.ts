import assert from 'node:assert/strict';
import { v2 } from 'pipedrive';
import { form, ids, picture, type Rig, start } from './support.ts';
import { Watch } from './vendor/watch.ts';

/** Pipedrive's own Node client must not notice that it talks to a sandbox. */
describe('sandbox: with the vendor’s client, version 2', function () {
  this.timeout(30_000);
  let rig: Rig;
  let configuration: v2.Configuration;
  let colleague: number;
  const watch = new Watch();

  before(async () => {
    rig = await start({ limits: {} });
    configuration = new v2.Configuration({ apiKey: rig.sandbox.token, basePath: `${rig.sandbox.url}/api/v2` });
    colleague = ids((await rig.get('/v1/users')).rows)[2] ?? 0;
  });
  after(() => rig.sandbox.close());

  it('a person', async () => {
    const persons = watch.over(new v2.PersonsApi(configuration));
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

    await persons.addPersonFollower({ id, AddDealFollowerRequest: { user_id: colleague } });
    const followers = await persons.getPersonFollowers({ id });
    assert.equal(followers.data?.length, 2);
    assert.equal((await persons.deletePersonFollower({ id, follower_id: colleague })).data?.user_id, colleague);
    const log = await persons.getPersonFollowersChangelog({ id });
    assert.deepEqual(
      log.data?.map(({ action }) => action),
      ['removed', 'added', 'added'],
    );
    await rig.send('POST', `/v1/persons/${id}/picture`, form(picture(128), 'face.png'));
    assert.equal((await persons.getPersonPicture({ id })).data?.item_id, id);

    assert.deepEqual((await persons.deletePerson({ id })).data, { id });
    assert.equal((await persons.getPersons({ ids: String(id) })).data?.length, 0);
  });

  it('a pipeline and its stages', async () => {
    const pipelines = watch.over(new v2.PipelinesApi(configuration));
    const stages = watch.over(new v2.StagesApi(configuration));
    const id = (await pipelines.addPipeline({ AddPipelineRequest: { name: 'Vendor' } })).data?.id ?? 0;
    await pipelines.updatePipeline({ id, UpdatePipelineRequest: { name: 'Renamed' } });
    assert.equal((await pipelines.getPipeline({ id })).data?.name, 'Renamed');
    assert.equal((await pipelines.getPipelines()).data?.length, 5);
    const stage = (await stages.addStage({ AddStageRequest: { name: 'First', pipeline_id: id } })).data?.id ?? 0;
    await stages.updateStage({ id: stage, UpdateStageRequest: { days_to_rotten: 7 } });
    assert.equal((await stages.getStage({ id: stage })).data?.is_deal_rot_enabled, true);
    assert.equal((await stages.getStages({ pipeline_id: id })).data?.length, 1);
    assert.deepEqual((await stages.deleteStage({ id: stage })).data, { id: stage });
    assert.deepEqual((await pipelines.deletePipeline({ id })).data, { id });
    assert.equal((await pipelines.getPipelines()).data?.length, 4);
  });

  it('a product', async () => {
    const products = watch.over(new v2.ProductsApi(configuration));
    const prices = [{ price: 10, currency: 'EUR' }];
    const id = (await products.addProduct({ AddProductRequest: { name: 'Vendored', code: 'V-1', prices } })).data?.id ?? 0;
    await products.updateProduct({ id, UpdateProductRequest: { prices: [{ price: 12, currency: 'USD' }] } });
    const got = await products.getProduct({ id });
    assert.deepEqual(
      got.data?.prices?.map(({ currency }) => currency),
      ['USD'],
      'the list of prices is replaced whole',
    );
    assert.equal((await products.searchProducts({ term: 'Vendored' })).data?.items?.[0]?.item?.id, id);
    assert.equal((await products.getProducts({ ids: String(id) })).data?.length, 1);
    await products.addProductFollower({ id, AddDealFollowerRequest: { user_id: colleague } });
    assert.equal((await products.getProductFollowers({ id })).data?.length, 2);
    assert.equal((await products.getProductFollowersChangelog({ id })).data?.length, 2);
    await products.deleteProductFollower({ id, follower_id: colleague });
    assert.deepEqual((await products.deleteProduct({ id })).data, { id });
  });

  it('fields and their options', async () => {
    const persons = watch.over(new v2.PersonFieldsApi(configuration));
    const created = await persons.addPersonField({
      AddPersonFieldRequest: { field_name: 'Vendor', field_type: 'enum', options: [{ label: 'A' }] },
    });
    const field_code = created.data?.field_code ?? '';
    await persons.updatePersonField({ field_code, UpdatePersonFieldRequest: { field_name: 'Renamed' } });
    const added = await persons.addPersonFieldOptions({ field_code, AddDealFieldOptionsRequestInner: [{ label: 'B' }] });
    const id = added.data?.[0]?.id ?? 0;
    await persons.updatePersonFieldOptions({ field_code, UpdateDealFieldOptionsRequestInner: [{ id, label: 'C' }] });
    const got = await persons.getPersonField({ field_code });
    assert.deepEqual([got.data?.field_name, got.data?.options?.map(({ label }) => label)], ['Renamed', ['A', 'C']]);
    await persons.deletePersonFieldOptions({ field_code, DeleteDealFieldOptionsRequestInner: [{ id }] });
    assert.equal((await persons.getPersonField({ field_code })).data?.options?.length, 1);
    assert.equal((await persons.deletePersonField({ field_code })).data?.field_code, field_code);
    const left = await persons.getPersonFields({ limit: 500 });
    assert.ok(left.data?.every((field) => field.field_code !== field_code));

    const products = watch.over(new v2.ProductFieldsApi(configuration));
    const own = await products.addProductField({
      AddProductFieldRequest: { field_name: 'Vendor', field_type: 'set', options: [{ label: 'A' }] },
    });
    const code = { field_code: own.data?.field_code ?? '' };
    const more = await products.addProductFieldOptions({ ...code, AddDealFieldOptionsRequestInner: [{ label: 'B' }] });
    const option = more.data?.[0]?.id ?? 0;
    await products.updateProductField({ ...code, UpdateProductFieldRequest: { field_name: 'Renamed' } });
    await products.updateProductFieldOptions({ ...code, UpdateDealFieldOptionsRequestInner: [{ id: option, label: 'C' }] });
    await products.deleteProductFieldOptions({ ...code, DeleteDealFieldOptionsRequestInner: [{ id: option }] });
    assert.equal((await products.getProductField(code)).data?.field_name, 'Renamed');
    await products.deleteProductField(code);
    assert.ok(((await products.getProductFields({ limit: 500 })).data?.length ?? 0) > 20);
  });

  it('deals, activities and organizations', async () => {
    const deals = new v2.DealsApi(configuration);
    const first = (await deals.getDeals({ status: 'open', limit: 1 })).data?.[0];
    const id = first?.id ?? 0;
    assert.equal((await deals.getDeal({ id })).data?.title, first?.title);
    assert.equal((await deals.updateDeal({ id, UpdateDealRequest: { status: 'won' } })).data?.status, 'won');
    assert.ok(((await deals.getArchivedDeals({ limit: 500 })).data?.length ?? 0) > 0);

    const activities = watch.over(new v2.ActivitiesApi(configuration));
    const participants = [{ person_id: 5, primary: true }];
    const added = await activities.addActivity({ AddActivityRequest: { subject: 'Vendor', type: 'call', participants } });
    const activity = added.data?.id ?? 0;
    await activities.updateActivity({ id: activity, AddActivityRequest: { done: true } });
    assert.notEqual((await activities.getActivity({ id: activity })).data?.marked_as_done_time, null);
    const done = await activities.getActivities({ person_id: 5, done: true });
    assert.ok(done.data?.some((one) => one.id === activity));
    assert.deepEqual((await activities.deleteActivity({ id: activity })).data, { id: activity });

    const organizations = new v2.OrganizationsApi(configuration);
    assert.equal((await organizations.getOrganizations({ limit: 500 })).data?.length, 60);
    const { name = '' } = (await organizations.getOrganization({ id: 2 })).data ?? {};
    const hits = await organizations.searchOrganization({ term: name });
    assert.ok(hits.data?.items?.some(({ item }) => item?.id === 2));
  });

  it('hears of a refusal as of one by Pipedrive', async () => {
    const persons = new v2.PersonsApi(configuration);
    await assert.rejects(persons.addPerson({ AddPersonRequest: { owner_id: 1, name: 'x' } }), (error: unknown) =>
      JSON.stringify(error).includes('owner_id: User not found or not accessible.'),
    );
  });

  it('has been asked for everything it offers', () => {
    assert.deepEqual(watch.missed, []);
  });
});
