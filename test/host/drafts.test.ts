import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { json, until, useCompany, write } from './support/company.ts';

const tabs = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .map(({ input }) => (input instanceof vscode.TabInputCustom ? input.uri.path : ''));

for (const version of ['v2', 'v1'] as const) {
  describe(`A new person, over ${version}`, () => {
    const company = useCompany(version);

    const posts = () =>
      company()
        .entries()
        .filter(({ method, status }) => method === 'POST' && status >= 200 && status < 300);

    const newPerson = () => company().draft('person');

    it('is created by the first save, and its document takes the draft’s place', async () => {
      const draft = await newPerson();
      await write(draft, { name: 'Brand New', emails: [{ value: 'new@example.com', label: 'work', primary: true }] });
      assert.ok(await draft.save());
      await until(() => tabs().length === 1 && !/new-/.test(tabs()[0] ?? 'new-'));
      assert.equal(posts().length, 1);
      const [id] = /\d+/.exec(tabs()[0]?.split('/').at(-1) ?? '') ?? [];
      assert.equal((await company().stored(`persons/${id}`))['name'], 'Brand New');
      await company().quiet();
      assert.deepEqual(
        company()
          .requests()
          .filter((line) => !line.startsWith('POST')),
        [],
        'the answer of the creation is all that is needed',
      );
      assert.equal(json(await company().open(`persons/${id}`))['name'], 'Brand New');
    });

    it('is created once by a double save', async () => {
      const draft = await newPerson();
      await write(draft, { name: 'Only Once' });
      await Promise.all([draft.save(), draft.save()]);
      await until(() => tabs().every((path) => !path.includes('new-')));
      assert.equal(posts().length, 1);
    });

    it('stays a draft when Pipedrive refuses it', async () => {
      const draft = await newPerson();
      await write(draft, { name: 'Refused', owner_id: 999_999 });
      assert.equal(await draft.save(), false);
      assert.ok(draft.isDirty);
      await write(draft, { owner_id: null });
      assert.ok(await draft.save());
      assert.equal(posts().length, 1);
    });

    it('needs a name before anything is sent', async () => {
      const draft = await newPerson();
      await write(draft, { name: '' });
      assert.equal(await draft.save(), false);
      await write(draft, { name: 'x', phones: [{ value: true }] });
      assert.equal(await draft.save(), false);
      assert.deepEqual(company().requests(), []);
    });

    it('is looked for before it is sent again, where the answer was lost', async () => {
      const draft = await newPerson();
      await write(draft, { name: `Lost Answer ${version}` });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'POST', path: '/persons' });
      assert.equal(await draft.save(), false);
      assert.ok(draft.isDirty);
      assert.ok(await draft.save());
      await until(() => tabs().every((path) => !path.includes('new-')));
      const sent = company()
        .entries()
        .filter(({ method }) => method === 'POST');
      assert.equal(sent.length, 1, 'the record was made by the first POST');
    });

    it('is looked for also where Pipedrive made it and then failed', async () => {
      const draft = await newPerson();
      await write(draft, { name: `Made And Failed ${version}` });
      company().sandbox.fault({ fault: { kind: 'status', status: 500, when: 'after' }, method: 'POST', path: '/persons' });
      assert.equal(await draft.save(), false);
      assert.ok(await draft.save());
      await until(() => tabs().every((path) => !path.includes('new-')));
      assert.equal(
        company()
          .entries()
          .filter(({ method }) => method === 'POST').length,
        1,
      );
    });

    it('is not taken for a namesake that was there before', async () => {
      const draft = await newPerson();
      await write(draft, { name: 'Alex Morgan', owner_id: null });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'before' }, method: 'POST', path: '/persons' });
      assert.equal(await draft.save(), false);
      assert.ok(await draft.save());
      assert.equal(posts().length, 1);
    });

    it('is sent again where it was not made', async () => {
      const draft = await newPerson();
      await write(draft, { name: `Never Arrived ${version}` });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'before' }, method: 'POST', path: '/persons' });
      assert.equal(await draft.save(), false);
      assert.ok(await draft.save());
      assert.equal(posts().length, 1);
    });
  });
}
