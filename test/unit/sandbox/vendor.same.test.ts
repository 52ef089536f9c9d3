import assert from 'node:assert/strict';
import { v1, v2 } from 'pipedrive';
import { createApi } from '../../../src/api/index.ts';
import { pages } from '../../../src/api/pages.ts';
import type { Api, Entity } from '../../../src/api/types.ts';
import type { PipedriveRecord } from '../../../src/model/record.ts';
import { inner, type Json, type Rig, start } from './support.ts';

const token = 'f00dfeedf00dfeedf00dfeedf00dfeedf00dfeed';

/** A page of the vendor's client. */
interface Answer {
  readonly data?: object | null;
  readonly additional_data?: object | null;
}

/** What the vendor's client and ours read of one account. */
describe('the vendor’s client and ours', function () {
  this.timeout(30_000);
  let rig: Rig;
  let api: Api;
  let current: v2.Configuration;
  let former: v1.Configuration;

  before(async () => {
    rig = await start({ token, persons: 700 });
    const log = { debug: () => undefined, warn: () => undefined };
    api = createApi({ baseUrl: rig.sandbox.url, token, version: () => 'v2', log });
    current = new v2.Configuration({ apiKey: token, basePath: `${rig.sandbox.url}/api/v2` });
    former = new v1.Configuration({ apiKey: token, basePath: `${rig.sandbox.url}/api/v1` });
  });
  after(async () => {
    api.dispose();
    await rig.sandbox.close();
  });

  /** All rows of a list, by the vendor's way of going on. */
  const theirs = async (page: (more: { limit: number; cursor?: string }) => Promise<Answer>): Promise<Json[]> => {
    const rows: Json[] = [];
    for (let cursor: string | undefined; ; ) {
      const answer = await page({ limit: 500, ...(cursor !== undefined && { cursor }) });
      rows.push(...((answer.data ?? []) as Json[]));
      const next = inner(answer.additional_data)['next_cursor'];
      if (typeof next !== 'string') return rows;
      cursor = next;
    }
  };
  const ours = async (entity: Entity): Promise<PipedriveRecord[]> => {
    const records: PipedriveRecord[] = [];
    for await (const { items } of pages(api.records(entity))) records.push(...items);
    return records;
  };
  /** The company's own fields stand among the others in ours. */
  const flat = ({ custom_fields: own, ...row }: Json): Json => ({ ...row, ...inner(own) });
  /** Extras hold what came where the model reads it otherwise. */
  const whole = ({ id, values, extras }: PipedriveRecord): Json => flat({ ...values, ...extras, id });

  it('read the same persons, products, pipelines, stages, deals, activities and organizations', async () => {
    const lists: Partial<Record<Entity, () => Promise<Json[]>>> = {
      person: () => theirs((page) => new v2.PersonsApi(current).getPersons(page)),
      product: () => theirs((page) => new v2.ProductsApi(current).getProducts(page)),
      pipeline: () => theirs((page) => new v2.PipelinesApi(current).getPipelines(page)),
      stage: () => theirs((page) => new v2.StagesApi(current).getStages(page)),
      deal: () => theirs((page) => new v2.DealsApi(current).getDeals(page)),
      activity: () => theirs((page) => new v2.ActivitiesApi(current).getActivities(page)),
      organization: () => theirs((page) => new v2.OrganizationsApi(current).getOrganizations(page)),
    };
    for (const [entity, list] of Object.entries(lists)) {
      const rows = await list();
      assert.ok(rows.length > 2, entity);
      assert.deepEqual((await ours(entity as Entity)).map(whole), rows.map(flat), entity);
    }
  });

  it('read the same fields', async () => {
    const lists = {
      personField: () => theirs((page) => new v2.PersonFieldsApi(current).getPersonFields(page)),
      productField: () => theirs((page) => new v2.ProductFieldsApi(current).getProductFields(page)),
    };
    for (const [entity, list] of Object.entries(lists)) {
      assert.deepEqual(
        (await ours(entity as Entity)).map(({ id, values }) => [id, values.field_name, values.field_type]),
        (await list()).map((row) => [row['field_code'], row['field_name'], row['field_type']]),
        entity,
      );
    }
  });

  it('read the same notes, files, users, currencies and filters', async () => {
    const named = (rows: unknown, key: string): unknown[] => ((rows ?? []) as Json[]).map((row) => [row['id'], row[key]]);
    const record = (key: string) => (one: PipedriveRecord) => [one.id, one.values[key] ?? one.extras[key]];
    const notes = await new v1.NotesApi(former).getNotes({ limit: 500 });
    assert.deepEqual((await ours('note')).map(record('content')).slice(0, 500), named(notes.data, 'content'));
    const files = await new v1.FilesApi(former).getFiles({ limit: 100 });
    assert.deepEqual((await ours('file')).map(record('name')).slice(0, 100), named(files.data, 'name'));
    const users = await new v1.UsersApi(former).getUsers();
    assert.deepEqual(
      (await api.users()).map(({ id, name }) => [id, name]),
      named(users.data, 'name'),
    );
    const currencies = await new v1.CurrenciesApi(former).getCurrencies({});
    assert.deepEqual(
      (await api.currencies()).map(({ code }) => code),
      (currencies.data ?? []).map(({ code }) => code),
    );
    const filters = await new v1.FiltersApi(former).getFilters({ type: 'people' });
    assert.deepEqual(
      (await api.filters('people')).map(({ id, name }) => [id, name]),
      named(filters.data, 'name'),
    );
  });
});
