import assert from 'node:assert/strict';
import { PipedriveError } from '../../../src/api/errors.ts';
import { pages } from '../../../src/api/pages.ts';
import { fieldTypeIds } from '../../../src/model/fieldTypes/ids.ts';
import { apiOn, type Reply, type Seen, useServer } from './server.ts';

const hex = 'a'.repeat(40);
const enumField = {
  id: 20,
  key: hex,
  name: 'Size',
  field_type: 'enum',
  edit_flag: true,
  active_flag: true,
  options: [{ id: '12', label: 'S' }],
};
const v1Fields = [
  { id: 1, key: 'name', name: 'Name', field_type: 'varchar', edit_flag: false, active_flag: true },
  { id: 2, key: 'email', name: 'Email', field_type: 'varchar', edit_flag: false, active_flag: true },
  {
    id: 3,
    key: 'label',
    name: 'Label',
    field_type: 'enum',
    edit_flag: false,
    active_flag: true,
    options: [{ id: 5, label: 'Hot', color: 'red' }],
  },
  { id: 4, key: 'add_time', name: 'Created', field_type: 'date', edit_flag: false, active_flag: true },
  { id: 5, key: 'old', name: 'Old', field_type: 'varchar', edit_flag: true, active_flag: false },
  { id: 6, key: 'b'.repeat(40), name: 'New kind', field_type: 'hologram', edit_flag: true, active_flag: true },
  { id: null, key: `${'c'.repeat(40)}_until`, name: 'End', field_type: 'date', edit_flag: true },
  enumField,
];

describe('lists', function () {
  this.timeout(20_000);
  const on = useServer();

  const all = async (api: ReturnType<typeof apiOn>['api'], entity: 'person' | 'pipeline' = 'person') => {
    const ids: unknown[] = [];
    for await (const page of pages(api.records(entity), { limit: 9_999 })) ids.push(...page.items.map(({ id }) => id));
    return ids;
  };

  it('follow cursors in version 2', async () => {
    const server = await on(({ query }) => ({
      json: {
        success: true,
        data: [{ id: query.has('cursor') ? 2 : 1 }],
        additional_data: { next_cursor: query.has('cursor') ? null : 'abc==' },
      },
    }));
    assert.deepEqual(await all(apiOn(server).api), [1, 2]);
    assert.equal(server.seen[1]?.query.get('cursor'), 'abc==');
    assert.equal(server.seen[1]?.query.get('limit'), '500');
  });

  for (const [where, told] of [
    ['with next_start', { pagination: { start: 0, limit: 500, more_items_in_collection: true, next_start: 500 } }],
    ['without next_start', { pagination: { start: 0, limit: 500, more_items_in_collection: true } }],
    ['beside the pagination', { start: 0, limit: 500, more_items_in_collection: true }],
    ['as bare as can be', { more_items_in_collection: true }],
  ] as const) {
    it(`follow offsets in version 1, told ${where}`, async () => {
      const server = await on(({ path, query }) => {
        if (path !== '/api/v1/pipelines') return { json: { success: true, data: null } };
        const first = query.get('start') === '0';
        return { json: { success: true, data: first ? [{ id: 1 }] : [{ id: 2 }], additional_data: first ? told : null } };
      });
      assert.deepEqual(await all(apiOn(server, 'v1').api, 'pipeline'), [1, 2]);
      assert.equal(server.seen[1]?.query.get('start'), '500');
    });
  }

  it('read null as none', async () => {
    const server = await on(() => ({ json: { success: true, data: null } }));
    assert.deepEqual(await all(apiOn(server).api), []);
  });

  it('end with an error where a cursor comes again or a page repeats', async () => {
    const loops: ((seen: Seen, count: number) => unknown)[] = [
      () => ({ success: true, data: [{ id: Math.random() }], additional_data: { next_cursor: 'same' } }),
      (_, count) => ({ success: true, data: [{ id: 1 }], additional_data: { next_cursor: `c${count}` } }),
      (_, count) => ({ success: true, data: [], additional_data: { next_cursor: `c${count}` } }),
    ];
    for (const loop of loops) {
      const server = await on((seen, count) => ({ json: loop(seen, count) }));
      await assert.rejects(all(apiOn(server).api), (error) => PipedriveError.is(error, 'unexpected'));
      assert.equal(server.seen.length, 2);
      await server.close();
    }
  });

  it('ask no more once the caller stops', async () => {
    const server = await on((_, count) => ({
      json: { success: true, data: [{ id: count }], additional_data: { next_cursor: `c${count}` } },
    }));
    for await (const page of pages(apiOn(server).api.records('person'))) {
      if (page.items[0]?.id === 2) break;
    }
    assert.equal(server.seen.length, 2);
  });

  it('continue in the version they began in', async () => {
    const server = await on(() => ({ json: { success: true, data: [{ id: 1 }], additional_data: { next_cursor: 'n' } } }));
    const { next } = await apiOn(server, 'v2').api.records('pipeline').list();
    await apiOn(server, 'v1')
      .api.records('pipeline')
      .list(next === undefined ? {} : { cursor: next });
    assert.equal(server.seen[1]?.path, '/api/v2/pipelines');
  });

  it('show the rest of a page where a record does not fit', async () => {
    const server = await on(() => ({ json: { success: true, data: [{ id: 1, name: 7 }, 'junk', { id: 2 }] } }));
    const { api, lines } = apiOn(server);
    const page = await api.records('person').list();
    assert.deepEqual(
      page.items.map(({ id }) => id),
      [1, 2],
    );
    assert.equal(page.items[0]?.values.name, 7);
    assert.deepEqual(
      page.misfits.map(({ path }) => path),
      ['data[0].name', 'data[1]'],
    );
    const told = lines.filter((line) => line.startsWith('person: '));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /data\[0\]\.name: a string was expected here, a number was found\. data\[1\]: /);
  });

  it('tell in one line of any number of misfits, and no value of theirs', async () => {
    const data = Array.from({ length: 500 }, (_, id) => ({ id, name: 1234567 }));
    const server = await on(() => ({ json: { success: true, data } }));
    const { api, lines } = apiOn(server);
    assert.equal((await api.records('person').list()).misfits.length, 500);
    const told = lines.filter((line) => line.startsWith('person: '));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /data\[9\]\.name: .* and 490 more$/);
    assert.doesNotMatch(told[0] ?? '', /1234567/);
  });

  it('translate filters and sorting for version 1', async () => {
    const server = await on(() => ({ json: { success: true, data: null } }));
    await apiOn(server, 'v1')
      .api.records('pipeline')
      .list({ query: { owner_id: 3, sort_by: 'id', sort_direction: 'desc', filter_id: 9 } });
    const query = server.seen[0]?.query;
    assert.equal(query?.get('user_id'), '3');
    assert.equal(query?.get('sort'), 'id DESC');
    assert.equal(query?.get('filter_id'), '9');
    assert.equal(query?.has('owner_id'), false);
  });

  describe('of fields', () => {
    it('are read once, all pages, and shared; a failure is not kept', async () => {
      let broken = true;
      const server = await on(({ query }) => {
        if (broken) return { status: 403, json: { success: false, error: 'no' } };
        const data = [
          { field_code: query.has('cursor') ? 'name' : 'emails', field_name: 'F', field_type: 'varchar', is_custom_field: false },
        ];
        return { json: { success: true, data, additional_data: { next_cursor: query.has('cursor') ? null : 'n' } } };
      });
      const { api } = apiOn(server);
      await assert.rejects(api.fields('person'), (error) => PipedriveError.is(error, 'forbidden'));
      broken = false;
      const [one, two] = await Promise.all([api.fields('person'), api.fields('person')]);
      assert.deepEqual(
        one.map(({ key, type }) => [key, type]),
        [
          ['emails', 'emails'],
          ['name', 'varchar'],
        ],
      );
      assert.deepEqual(one, two);
      assert.equal(server.seen.length, 3);
      await api.fields('person', { refresh: true });
      assert.equal(server.seen.length, 5);
    });

    it('are one reading, whether asked for as records or as fields', async () => {
      let name = 'Name';
      const field = () => ({ field_code: 'name', field_name: name, field_type: 'varchar', is_custom_field: false });
      const server = await on(() => ({ json: { success: true, data: [field()], additional_data: { next_cursor: null } } }));
      const { api } = apiOn(server);
      const records = api.records('personField');
      const listed = await records.list();
      assert.equal(listed.next, undefined);
      assert.deepEqual(
        listed.items.map(({ id }) => id),
        (await api.fields('person')).map(({ key }) => key),
      );
      assert.equal(server.seen.length, 1);
      name = 'Full name';
      await records.list();
      assert.equal(server.seen.length, 1);
      await records.list({ refresh: true });
      assert.equal((await api.fields('person'))[0]?.name, 'Full name');
      assert.equal(server.seen.length, 2);
    });

    it('are of the type that Pipedrive says, for every type there is', async () => {
      const data = fieldTypeIds.map((type, index) => ({
        field_code: index.toString(16).padStart(40, 'a'),
        field_name: type,
        field_type: type,
        is_custom_field: true,
      }));
      const server = await on(() => ({ json: { success: true, data } }));
      assert.deepEqual(
        (await apiOn(server).api.fields('product')).map(({ type }) => type),
        fieldTypeIds,
      );
    });

    it('do not end for others when one caller cancels', async () => {
      const server = await on(() => ({ json: { success: true, data: [] } }));
      const { api } = apiOn(server);
      const stop = new AbortController();
      const first = api.fields('person', { signal: stop.signal });
      const second = api.fields('person');
      stop.abort();
      await assert.rejects(first, (error) => PipedriveError.is(error, 'cancelled'));
      assert.deepEqual(await second, []);
      assert.equal(server.seen.length, 1);
    });

    it('give version 1 and 2 the same keys and types', async () => {
      const server = await on(() => ({ json: { success: true, data: v1Fields } }));
      const fields = await apiOn(server, 'v1').api.fields('person');
      assert.deepEqual(
        fields.map(({ key, type, custom, writable, required }) => ({ key, type, custom, writable, required })),
        [
          { key: 'name', type: 'varchar', custom: false, writable: true, required: true },
          { key: 'emails', type: 'emails', custom: false, writable: true, required: false },
          { key: 'label_ids', type: 'labels', custom: false, writable: true, required: false },
          { key: 'add_time', type: 'datetime', custom: false, writable: true, required: false },
          { key: 'b'.repeat(40), type: 'other', custom: true, writable: false, required: false },
          { key: hex, type: 'enum', custom: true, writable: true, required: false },
        ],
      );
      assert.deepEqual(fields[2]?.options, [{ id: 5, label: 'Hot', color: 'red' }]);
      assert.deepEqual(fields.at(-1)?.options, [{ id: 12, label: 'S' }]);
    });
  });

  describe('in version 1', () => {
    const handler = ({ path, method }: Seen): Reply => {
      if (path === '/api/v1/personFields') return { json: { success: true, data: v1Fields } };
      if (path === '/api/v1/personFields/20')
        return { json: { success: true, data: method === 'DELETE' ? { id: 20 } : enumField } };
      if (path.startsWith('/api/v1/persons')) {
        const person = { id: 1, name: 'Ann', [hex]: '12' };
        return { json: { success: true, data: path.endsWith('persons') && method === 'GET' ? [person] : person } };
      }
      return { status: 404, json: { success: false, error: 'no' } };
    };

    it('read the fields once to read custom values', async () => {
      const server = await on(handler);
      const persons = apiOn(server, 'v1').api.records('person');
      assert.equal((await persons.list()).items[0]?.values[hex], 12);
      assert.equal((await persons.get(1)).values[hex], 12);
      await persons.update(1, { [hex]: 13 });
      assert.deepEqual(server.seen.map(({ method, path }) => `${method} ${path}`).sort(), [
        'GET /api/v1/personFields',
        'GET /api/v1/persons',
        'GET /api/v1/persons/1',
        'PUT /api/v1/persons/1',
      ]);
      assert.deepEqual(server.seen.find(({ method }) => method === 'PUT')?.body, { [hex]: '13' });
    });

    it('address a field by its number, and read the fields anew after a change', async () => {
      const server = await on(handler);
      const { api } = apiOn(server, 'v1');
      const field = await api.records('personField').get(hex);
      assert.equal(field.id, hex);
      assert.equal(field.extras.id, 20);
      assert.equal(field.values.is_custom_field, true);
      await api.records('personField').remove(hex);
      await api.fields('person');
      assert.deepEqual(
        server.seen.map(({ method, path }) => `${method} ${path}`),
        ['GET /api/v1/personFields', 'GET /api/v1/personFields/20', 'DELETE /api/v1/personFields/20', 'GET /api/v1/personFields'],
      );
    });
  });

  it('of users and oneself come from version 1', async () => {
    const user = {
      id: 3,
      name: 'Ann',
      email: 'ann@example.com',
      active_flag: 1,
      company_id: 9,
      company_name: 'Acme',
      company_domain: 'acme',
      company_country: 'EE',
      default_currency: 'EUR',
    };
    const server = await on(({ path }) => ({
      json: { success: true, data: path.endsWith('/me') ? user : [user, { ...user, id: 4, active_flag: false }] },
    }));
    const { api } = apiOn(server);
    assert.deepEqual(
      (await api.users()).map(({ id, active }) => [id, active]),
      [
        [3, true],
        [4, false],
      ],
    );
    await api.users();
    assert.deepEqual(await api.me(), {
      ...{ id: 3, name: 'Ann', email: 'ann@example.com', active: true },
      ...{ companyId: 9, companyName: 'Acme', companyDomain: 'acme', companyCountry: 'EE', defaultCurrency: 'EUR' },
    });
    await api.me();
    assert.equal(server.seen.length, 2);
    await api.me({ refresh: true });
    assert.equal(server.seen.length, 3);
  });

  it('of oneself are not kept where they failed', async () => {
    let broken = true;
    const server = await on(() =>
      broken
        ? { status: 403, json: { success: false, error: 'no' } }
        : { json: { success: true, data: { id: 3, name: 'Ann', company_domain: 'acme' } } },
    );
    const { api } = apiOn(server);
    await assert.rejects(api.me(), (error) => PipedriveError.is(error, 'forbidden'));
    broken = false;
    assert.equal((await api.me()).id, 3);
  });

  it('of search hits name the record and what tells it from others', async () => {
    const items = [
      { result_score: 1, item: { id: 1, name: 'Ann', emails: ['ann@example.com'], organization: { id: 2, name: 'Acme' } } },
      { item: { id: 2, name: 'Bo', phones: ['123'], organization: null } },
      { item: { id: 3, name: 'Cy' } },
      { item: { name: 'nobody' } },
    ];
    const server = await on(() => ({ json: { success: true, data: { items }, additional_data: { next_cursor: null } } }));
    const { api, lines } = apiOn(server);
    const page = await api.records('person').search('a');
    assert.deepEqual(page.items, [
      {
        ...{ id: 1, name: 'Ann', detail: 'Acme · ann@example.com', organization: 'Acme' },
        texts: [{ field: 'email', text: 'ann@example.com' }],
      },
      { id: 2, name: 'Bo', detail: '123', texts: [{ field: 'phone', text: '123' }] },
      { id: 3, name: 'Cy', texts: [] },
    ]);
    assert.deepEqual(
      page.misfits.map(({ path }) => path),
      ['data.items[3].item'],
    );
    assert.ok(lines.some((line) => line.startsWith('person.search: ') && line.includes('data.items[3].item: ')));
    assert.equal(server.seen[0]?.query.get('exact_match'), 'true');
    assert.deepEqual(await api.records('person').search('  '), { items: [], misfits: [] });
    await assert.rejects(api.records('pipeline').search('x'), (error) => PipedriveError.is(error, 'invalid'));
    assert.equal(server.seen.length, 1);
  });
});
