import assert from 'node:assert/strict';
import type { PipedriveError } from '../../../src/api/errors.ts';
import { pages } from '../../../src/api/pages.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { apiOn, type Reply, type Seen, useServer } from './server.ts';

/** An answer that says that it was done. */
const ok = (data: unknown, additional?: unknown): Reply => ({
  json: { success: true, data, ...(additional !== undefined && { additional_data: additional }) },
});

describe('answers that are odd', function () {
  this.timeout(20_000);
  const on = useServer();
  const api = async (version: ApiVersion, answer: (seen: Seen) => Reply) => {
    const server = await on(answer);
    return { ...apiOn(server, version), server };
  };
  const field = (id: number, key: string, more: object = {}) => ({
    ...{ id, key, name: key, field_type: 'enum', edit_flag: false, active_flag: true },
    ...more,
  });

  it('tell one value under two names, of which one field is made, the one that has the choices', async () => {
    const options = [{ id: 5, label: 'Hot', color: 'red' }];
    for (const rows of [
      [field(1, 'label', { options }), field(2, 'label_ids', { field_type: 'set' }), field(3, 'name')],
      [field(2, 'label_ids', { field_type: 'set' }), field(1, 'label', { options }), field(3, 'name')],
    ]) {
      const { api: company } = await api('v1', () => ok(rows));
      const fields = await company.fields('person');
      assert.deepEqual(
        fields.map(({ key, options: choices }) => [key, choices.length]),
        [
          ['label_ids', 1],
          ['name', 0],
        ],
      );
    }
  });

  it('say of a part of many that it was deleted; the rest is not told as deleted', async () => {
    const some = await api('v1', () => ok({ id: ['1', 3] }));
    const { removed, failed } = await some.api.removeMany('person', [1, 2, 3]);
    assert.deepEqual(removed, [1, 3]);
    assert.deepEqual(
      failed.map(({ id, error }) => [id, (error as PipedriveError).fault]),
      [[2, 'unknownOutcome']],
    );
    const told = await api('v1', ({ method }) =>
      method === 'GET' ? ok([field(21, 'a'.repeat(40)), field(22, 'b'.repeat(40))]) : ok({ id: [22] }),
    );
    const fields = await told.api.removeMany('personField', ['a'.repeat(40), 'b'.repeat(40)]);
    assert.deepEqual([fields.removed, fields.failed.map(({ id }) => id)], [['b'.repeat(40)], ['a'.repeat(40)]]);
    // Who does not say which has deleted all, since that was asked for and done.
    const silent = await api('v1', () => ok(null));
    assert.deepEqual((await silent.api.removeMany('person', [1, 2])).removed, [1, 2]);
  });

  it('tell a follower’s numbers as text, by which the right one stops following', async () => {
    const { api: one, server } = await api('v1', ({ method }) =>
      method === 'GET'
        ? ok([
            { id: '71', user_id: '8' },
            { id: '72', user_id: '9' },
          ])
        : ok({ id: 72 }),
    );
    await one.followers('person').remove(4, 9);
    assert.deepEqual(
      server.seen.map(({ method, path }) => `${method} ${path}`),
      ['GET /api/v1/persons/4/followers', 'DELETE /api/v1/persons/4/followers/72'],
    );
    const { api: nameless } = await api('v1', () => ok([{ user_id: 9 }]));
    await assert.rejects(nameless.followers('person').remove(4, 9), { fault: 'unexpected' });
  });

  for (const more of [true, 1, '1', 'true']) {
    it(`say that there are more as ${JSON.stringify(more)}`, async () => {
      const { api: one } = await api('v1', ({ query, path }) => {
        if (path.endsWith('Fields')) return ok([]);
        const start = Number(query.get('start'));
        return ok([{ id: start + 1 }], { pagination: { start, limit: 1, more_items_in_collection: start < 2 ? more : '0' } });
      });
      const ids: unknown[] = [];
      for await (const page of pages(one.records('person'))) ids.push(...page.items.map(({ id }) => id));
      assert.deepEqual(ids, [1, 2, 3]);
    });
  }

  it('tell the numbers of what is found, of filters and of currencies as text', async () => {
    const { api: one } = await api('v2', ({ path }) => {
      if (path.endsWith('/search')) return ok({ items: [{ item: { id: '42', name: 'Ann' } }] });
      if (path.endsWith('/filters')) return ok([{ id: '7', name: 'Mine', active_flag: '1' }]);
      return ok([{ code: 'BTC', name: 'Bitcoin', symbol: 'B', decimal_points: '8', active_flag: 1 }]);
    });
    assert.deepEqual(
      (await one.records('person').search('ann')).items.map(({ id }) => id),
      [42],
    );
    assert.deepEqual(await one.filters('people'), [{ id: 7, name: 'Mine' }]);
    assert.equal((await one.currencies())[0]?.decimals, 8);
  });

  it('refuse for longer than the day’s tokens reach, and say until when as a date', async () => {
    const date = new Date(Date.now() + 7_200_000).toUTCString();
    const headers = { 'x-daily-ratelimit-token-remaining': '-15', 'retry-after': date };
    const { api: one, server } = await api('v2', () => ({
      status: 429,
      headers,
      json: { success: false, error: 'request over limit' },
    }));
    await assert.rejects(one.records('pipeline').list(), (error: PipedriveError) => {
      assert.equal(error.fault, 'budgetSpent');
      assert.ok(Math.abs((error.retryAfter ?? 0) - 7_200_000) < 60_000, String(error.retryAfter));
      return true;
    });
    assert.equal(server.seen.length, 1);
  });

  it('tell a deal’s amount as text', async () => {
    const { api: one } = await api('v1', () =>
      ok([{ id: 1, value: '1200.50', currency: 'EUR', stage_id: '3', pipeline_id: '2' }]),
    );
    const [deal] = (await one.collection('product.deals', 4).list()).items;
    assert.deepEqual([deal?.values['value'], deal?.values['stage_id'], deal?.values['pipeline_id']], [1200.5, 3, 2]);
  });

  describe('keys of custom fields that are not 40 hexadecimal characters, as in the published documents', () => {
    const key = '40characterhashforcustomfieldidentifier';
    const source = {
      ...{ field_code: key, field_name: 'Lead Source', field_type: 'enum', is_custom_field: true },
      options: [{ id: 1, label: 'Inbound' }],
    };
    const row = { id: 5, name: 'Ann', job_title: null, custom_fields: { [key]: 1, job_title: 'is another' } };

    it('are read whatever is known of the fields, and a standard value keeps its own', async () => {
      const { api: one } = await api('v2', () => ok(row));
      const { values } = await one.records('person').get(5);
      assert.deepEqual([values[key], values['job_title']], [1, null]);
    });

    it('are written among the custom fields', async () => {
      const { api: one, server } = await api('v2', ({ path }) => (path.endsWith('Fields') ? ok([source]) : ok(row)));
      await one.fields('person');
      await one.records('person').update(5, { name: 'Bea', [key]: null });
      await one.records('person').create({ name: 'Cil', [key]: 1 });
      const bodies = server.seen.filter(({ method }) => method !== 'GET').map(({ body }) => body);
      assert.deepEqual(bodies, [
        { name: 'Bea', custom_fields: { [key]: null } },
        { name: 'Cil', custom_fields: { [key]: 1 } },
      ]);
    });
  });
});
