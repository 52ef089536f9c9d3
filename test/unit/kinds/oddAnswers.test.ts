import assert from 'node:assert/strict';
import type { Session } from '../../../src/account/types.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { ofPerson as history } from '../../../src/kinds/history/index.ts';
import { personField } from '../../../src/kinds/field/index.ts';
import { pipeline } from '../../../src/kinds/pipeline/index.ts';
import { ofPerson } from '../../../src/kinds/related/index.ts';
import type { PipedriveRecord } from '../../../src/model/record.ts';
import { apiOn, useServer } from '../api/server.ts';

const users = [{ id: 8, name: 'Ann', email: 'ann@example.com', active_flag: 1 }];
const person: PipedriveRecord = { id: 4, values: {}, names: {}, extras: {} };

describe('what hangs off a record whose answers are odd', function () {
  this.timeout(20_000);
  const on = useServer();
  /** A session with a company that answers these data, by the end of the path. */
  const session = async (answers: Readonly<Record<string, unknown>>, version: ApiVersion = 'v1'): Promise<Session> => {
    const server = await on(({ path }) => ({
      json: { success: true, data: path.endsWith('/users') ? users : answers[path.split('/').at(-1) ?? ''] },
    }));
    const account = { id: 'demo', company: '', user: '', currency: 'EUR', demo: false };
    return { api: apiOn(server, version).api, account };
  };
  const list = async (id: string, answers: Readonly<Record<string, unknown>>) =>
    (await ofPerson.find((related) => related.id === id)?.list(await session(answers), person))?.items ?? [];

  it('names a user who comes as an object, or as text, and one who is gone by the number', async () => {
    const notes = [8, '8', { id: 8, value: 8 }, { id: 99, name: 'Bob' }, 77, null].map((user, id) => ({
      ...{ id: id + 1, content: 'x', user_id: user },
    }));
    assert.deepEqual(
      (await list('notes', { notes })).map(({ title }) => title),
      ['Ann', 'Ann', 'Ann', 'Bob', '77', ''],
    );
    const changed = { object: 'personChange', timestamp: '2026-11-01 10:00:00' };
    const data = { id: 1, field_key: 'name', old_value: 'A', new_value: 'B', user_id: '8' };
    const { items } = await history.events(await session({ flow: [{ ...changed, data }] }), 4);
    assert.deepEqual([items[0]?.who, items[0]?.change?.userId], ['Ann', 8]);
  });

  it('lists the options of a field as far as they are some', async () => {
    const options = [{ id: '7', label: 'Gold', color: 'green' }, null, { id: 8, label: null }, 'text'];
    const field: PipedriveRecord = { id: 'a', values: { field_type: 'enum', options }, names: {}, extras: {} };
    const items = (await personField.collections?.[0]?.list(await session({}), field))?.items;
    assert.deepEqual(
      items?.map(({ id, label }) => [id, label]),
      [
        ['7', 'Gold'],
        ['8', '8'],
      ],
    );
    assert.equal(
      personField.fieldsOf?.(await personField.fields(await session({})), field).find(({ key }) => key === 'options')?.options
        .length,
      2,
    );
  });

  it('says of a mail from whom it is as far as that is known', async () => {
    const mail = (id: number, from: unknown) => ({ object: 'mailMessage', timestamp: '2026-11-01 10:00:00', data: { id, from } });
    const mailMessages = [
      mail(1, [{ name: 'Ann', email_address: 'ann@example.com' }]),
      mail(2, [{ name: 'Ann', email_address: null }]),
      mail(3, [{ name: '', email_address: 'ann@example.com' }]),
      mail(4, [{ id: 3 }]),
      mail(5, null),
    ];
    assert.deepEqual(
      (await list('mail', { mailMessages })).map(({ details }) => details),
      [['From Ann <ann@example.com>'], ['From Ann'], ['From ann@example.com'], [''], ['']],
    );
  });

  it('offers the stages of a pipeline to move a deal to, whose numbers come as text', async () => {
    const answers = {
      pipelines: [{ id: '2', name: 'Sales' }],
      stages: [{ id: '5', name: 'New', pipeline_id: '2', order_nr: '1' }],
    };
    for (const version of ['v1', 'v2'] as const) {
      const [place] = (await pipeline.board?.places(await session(answers, version))) ?? [];
      assert.deepEqual(
        place?.stages.map(({ id, label }) => [id, label]),
        [['5', 'New']],
      );
    }
  });
});
