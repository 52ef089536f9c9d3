import assert from 'node:assert/strict';
import { v1 } from 'pipedrive';
import { ids, picture, type Rig, start } from './support.ts';
import { Watch } from './vendor/watch.ts';

/** What the vendor's client still offers in version 1: it has no persons, products and pipelines of its own any more. */
describe('sandbox: with the vendor’s client, version 1', function () {
  this.timeout(30_000);
  let rig: Rig;
  let configuration: v1.Configuration;
  let colleague: number;
  const watch = new Watch();

  before(async () => {
    rig = await start({ limits: {} });
    configuration = new v1.Configuration({ apiKey: rig.sandbox.token, basePath: `${rig.sandbox.url}/api/v1` });
    colleague = ids((await rig.get('/v1/users')).rows)[2] ?? 0;
  });
  after(() => rig.sandbox.close());

  const made = async (path: string, name: string): Promise<number> =>
    Number((await rig.send('POST', `/v1${path}`, { name })).data['id']);

  it('what hangs on a person', async () => {
    const persons = watch.over(new v1.PersonsApi(configuration));
    const id = await made('/persons', 'Vera Vendor');
    await rig.send('PUT', `/v1/persons/${id}`, { job_title: 'Tester' });
    const log = await persons.getPersonChangelog({ id });
    assert.deepEqual(
      log.data?.map(({ field_key, new_value }) => [field_key, new_value]),
      [['job_title', 'Tester']],
    );
    assert.ok((await persons.getPersonUpdates({ id })).data?.some(({ object }) => object === 'personChange'));
    const follower = await persons.addPersonFollower({ id, AddPersonFollowerRequest: { user_id: colleague } });
    assert.equal((await persons.getPersonFollowers({ id })).data?.length, 2);
    const relation = follower.data?.id ?? 0;
    assert.deepEqual((await persons.deletePersonFollower({ id, follower_id: relation })).data, { id: relation });
    assert.ok(((await persons.getPersonUsers({ id })).data?.length ?? 0) > 1);
    assert.ok((await persons.getPersonFiles({ id })).success);
    assert.ok((await persons.getPersonProducts({ id })).success);
    assert.ok((await persons.getPersonMailMessages({ id })).success);
    const file = new File([picture(256)], 'face.png', { type: 'image/png' });
    await persons.addPersonPicture({ id, file, crop_x: 0, crop_y: 0, crop_width: 200, crop_height: 200 });
    assert.ok((await persons.deletePersonPicture({ id })).success);
    const survivor = await made('/persons', 'Survivor');
    const merged = await persons.mergePersons({ id, MergePersonsRequest: { merge_with_id: survivor } });
    assert.equal(merged.data?.id, survivor);
    assert.equal(merged.data?.merge_what_id, id);
  });

  it('the numbers of a pipeline', async () => {
    const pipelines = watch.over(new v1.PipelinesApi(configuration));
    const span = { id: 1, start_date: '2025-11-01', end_date: '2026-11-02' };
    assert.ok((await pipelines.getPipelineConversionStatistics(span)).data?.stage_conversions);
    assert.ok((await pipelines.getPipelineMovementStatistics(span)).data?.new_deals);
    assert.ok(((await pipelines.getPipelineDeals({ id: 1, everyone: 1 })).data?.length ?? 0) > 10);
  });

  it('what hangs on a product', async () => {
    const products = watch.over(new v1.ProductsApi(configuration));
    const id = await made('/products', 'Vendored');
    const follower = await products.addProductFollower({ id, AddProductFollowerRequest: { user_id: colleague } });
    assert.equal((await products.getProductFollowers({ id })).data?.length, 2);
    await products.deleteProductFollower({ id, follower_id: follower.data?.id ?? 0 });
    assert.ok((await products.getProductDeals({ id: 3 })).success);
    assert.ok((await products.getProductFiles({ id })).success);
    assert.ok(((await products.getProductUsers({ id })).data?.length ?? 0) > 1);
  });

  it('fields', async () => {
    const persons = watch.over(new v1.PersonFieldsApi(configuration));
    const own = await persons.addPersonField({ CreateFieldRequest: { name: 'Vendor', field_type: 'varchar' } });
    const id = own.data?.id ?? 0;
    await persons.updatePersonField({ id, UpdateFieldRequest: { name: 'Renamed' } });
    assert.equal((await persons.getPersonField({ id })).data?.name, 'Renamed');
    assert.deepEqual((await persons.deletePersonField({ id })).data, { id });
    const other = await persons.addPersonField({ CreateFieldRequest: { name: 'Other', field_type: 'double' } });
    assert.deepEqual((await persons.deletePersonFields({ ids: String(other.data?.id) })).data?.id, [other.data?.id]);
    assert.equal((await persons.getPersonFields({ start: 0, limit: 5 })).data?.length, 5);

    const products = watch.over(new v1.ProductFieldsApi(configuration));
    const first = await rig.send('POST', '/v1/productFields', { name: 'Vendor', field_type: 'varchar' });
    const product = { id: Number(first.data['id']) };
    await products.addProductField({ ProductFieldAllOf: { name: 'More', field_type: 'double' } });
    await products.updateProductField({ ...product, UpdateProductFieldResponse: { name: 'Renamed' } });
    assert.equal((await products.getProductField(product)).data?.name, 'Renamed');
    await products.deleteProductField(product);
    await assert.rejects(products.getProductField(product));
    assert.ok((await products.deleteProductFields({ ids: '999999' })).success);
    assert.ok((await products.getProductFields({ limit: 500 })).success);
  });

  it('notes and files', async () => {
    const notes = watch.over(new v1.NotesApi(configuration));
    const note = (await notes.addNote({ AddNoteRequest: { content: 'By the vendor', person_id: 5 } })).data?.id ?? 0;
    await notes.updateNote({ id: note, NoteRequest: { content: 'Changed' } });
    assert.equal((await notes.getNote({ id: note })).data?.content, 'Changed');
    assert.ok((await notes.getNotes({ person_id: 5 })).data?.some(({ id }) => id === note));
    assert.equal((await notes.deleteNote({ id: note })).data, true);

    const files = watch.over(new v1.FilesApi(configuration));
    const added = await files.addFile({ file: new File(['Some text'], 'vendor.txt'), person_id: 5 });
    const file = { id: added.data?.id ?? 0 };
    await files.updateFile({ ...file, name: 'renamed.txt' });
    assert.equal((await files.getFile(file)).data?.name, 'renamed.txt');
    assert.ok((await files.getFiles({ limit: 5 })).success);
    assert.ok(await files.downloadFile(file));
    assert.deepEqual((await files.deleteFile(file)).data, file);
  });

  it('the account', async () => {
    const users = new v1.UsersApi(configuration);
    assert.equal((await users.getCurrentUser()).data?.company_name, 'Larkspur Trading');
    assert.equal((await users.getUsers()).data?.length, 8);
    const { name = '' } = (await users.getUser({ id: colleague })).data ?? {};
    assert.ok((await users.findUsersByName({ term: name })).data?.some(({ id }) => id === colleague));
    assert.equal((await users.getUserPermissions({ id: colleague })).data?.can_add_custom_fields, false);
    assert.ok((await new v1.CurrenciesApi(configuration).getCurrencies({ term: 'euro' })).data?.length);
    const filters = new v1.FiltersApi(configuration);
    assert.equal((await filters.getFilters({ type: 'products' })).data?.length, 2);
    assert.equal((await filters.getFilter({ id: 1 })).data?.type, 'people');
    assert.ok((await new v1.MailboxApi(configuration).getMailMessage({ id: 1, include_body: 1 })).success);
    assert.equal((await new v1.ActivityTypesApi(configuration).getActivityTypes()).data?.length, 7);
    assert.ok((await new v1.UserSettingsApi(configuration).getUserSettings()).success);
  });

  it('has been asked for everything it offers', () => {
    assert.deepEqual(watch.missed, []);
  });
});
