import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, mergeCommands, mergeEditor } from '../../src/ids/index.ts';
import { json, newDraft, openRecords, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';

const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const merges = () => tabs().filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === mergeEditor);

for (const version of ['v2', 'v1'] as const) {
  describe(`Merging two persons, over ${version}`, () => {
    const company = useCompany(version);
    const person = usePerson();
    const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;
    const update = version === 'v2' ? 'PATCH' : 'PUT';

    // Documents stay in memory for minutes, so no test opens another's persons.
    let next = version === 'v2' ? 400 : 500;
    const two = async (absorbed: object = {}, survivor: object = {}): Promise<readonly [number, number]> => {
      const ids = [next++, next++] as const;
      await company().colleague(`persons/${ids[0]}`, { name: `Gone ${ids[0]}`, job_title: 'Old title', ...absorbed });
      await company().colleague(`persons/${ids[1]}`, { name: `Kept ${ids[1]}`, job_title: 'New title', ...survivor });
      return ids;
    };
    const open = async (ids: readonly number[], ...ticked: readonly string[]) => {
      const { accountId } = company();
      await vscode.commands.executeCommand(commands.merge, { accountId, kindId: 'person', ids, ticked });
      await until(() => merges().some(({ label }) => /Merge .* into /.test(label)));
      await company().quiet();
      company().sandbox.log.clear();
    };
    const mergeNow = () => vscode.commands.executeCommand(commands.mergeNow);
    const writes = () =>
      company()
        .entries()
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body }) => ({ line: `${method} ${path.replace(/^\/api\/v[12]/, '')}`, body }));
    const isThere = async (id: number) => {
      const { body } = await company().sandbox.asColleague('GET', `/api/v2/persons/${id}`);
      return (body as { data: { is_deleted: boolean } }).data.is_deleted === false;
    };
    const isDone = () => until(() => merges().some(({ label }) => label.startsWith('Merged ')));

    it('writes what is kept first, then absorbs the right one; what hung off it moves over', async () => {
      const [absorbed, survivor] = await two();
      for (const [path, body] of [
        ['notes', { content: 'To be kept', person_id: absorbed }],
        ['activities', { subject: 'To be done', person_id: absorbed }],
      ] as const) {
        await company().sandbox.asColleague('POST', `/api/v1/${path}`, body);
      }
      await open([absorbed, survivor], 'job_title');
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      assert.deepEqual(writes(), [
        { line: `${update} /persons/${survivor}`, body: { job_title: 'Old title' } },
        { line: `PUT /persons/${absorbed}/merge`, body: { merge_with_id: survivor } },
      ]);
      assert.deepEqual([await isThere(absorbed), await isThere(survivor)], [false, true]);
      const after = await company().stored(`persons/${survivor}`);
      assert.deepEqual([after['name'], after['job_title']], [`Kept ${survivor}`, 'Old title']);
      const notes = await company().sandbox.asColleague('GET', `/api/v1/notes?person_id=${survivor}`);
      assert.match(JSON.stringify(notes.body), /To be kept/);
      const [asked, ...more] = person.heard;
      assert.deepEqual(more, []);
      assert.ok(asked?.modal);
      assert.equal(asked.text, `Keep “Kept ${survivor}”, remove “Gone ${absorbed}”?`);
      assert.match(asked.detail, /gets .*\d activit.*\d note/);
      assert.match(asked.detail, /takes over what you ticked: “Job title”\.\n/);
      assert.match(asked.detail, version === 'v2' ? /48 API tokens/ : /56 API tokens/);
    });

    it('goes the other way after a swap, and writes nothing without a yes', async () => {
      const [one, other] = await two();
      await open([one, other]);
      await vscode.commands.executeCommand(commands.swapMerge);
      await mergeNow();
      assert.deepEqual(writes(), []);
      person.takes('Merge', /^Keep “Gone/);
      await mergeNow();
      await isDone();
      assert.deepEqual(writes(), [{ line: `PUT /persons/${other}/merge`, body: { merge_with_id: one } }]);
    });

    it('keeps a copy, from which the removed one is begun anew', async () => {
      const [absorbed, survivor] = await two({ birthday: '1990-02-03' });
      await open([absorbed, survivor]);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      const own = vscode.window.showQuickPick;
      const offered: string[] = [];
      Object.assign(vscode.window, {
        showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
          offered.push(...items.map(({ label }) => label));
          return items[0];
        },
      });
      try {
        const draft = await newDraft(mergeCommands('person').rebuild);
        assert.equal(offered[0], `Gone ${absorbed}`);
        assert.ok(draft.isDirty);
        assert.deepEqual([json(draft)['name'], json(draft)['birthday']], [`Gone ${absorbed}`, '1990-02-03']);
        assert.ok(await draft.save());
        await until(() => openRecords().some(({ path }) => /persons\/\d+\.record$/.test(path)));
      } finally {
        Object.assign(vscode.window, { showQuickPick: own });
      }
    });

    it('finds out what became of it where the answer is lost, and sends it once', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor]);
      person.takes('Merge', /^Keep /);
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'PUT', path: `/persons/${absorbed}/merge` });
      await mergeNow();
      await isDone();
      assert.equal(writes().length, 1);
      assert.deepEqual([await isThere(absorbed), await isThere(survivor)], [false, true]);
    });

    it('sends it again only when asked again, where it was not done', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor]);
      for (const kind of ['drop', 'status'] as const) {
        const fault = kind === 'drop' ? ({ kind, when: 'before' } as const) : ({ kind, status: 500 } as const);
        person.takes('Merge', /^Keep /);
        company().sandbox.fault({ fault, method: 'PUT', path: `/persons/${absorbed}/merge` });
        await mergeNow();
        assert.equal(writes().length, 1);
        assert.ok(await isThere(absorbed));
        company().sandbox.log.clear();
      }
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      assert.ok(!(await isThere(absorbed)));
    });

    it('sends nothing while nobody knows what became of it', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor]);
      person.takes('Merge', /^Keep /);
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: 'PUT', path: `/persons/${absorbed}/merge` });
      company().sandbox.fault({ fault: refused, method: 'GET', path: `/persons/${absorbed}`, skip: 1 });
      await mergeNow();
      assert.equal(writes().length, 1);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      assert.equal(writes().length, 1);
      assert.equal(person.heard.length, 1);
    });

    it('says what was done where the merge is refused after the kept values were written', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor], 'job_title');
      person.takes('Merge', /^Keep /);
      company().sandbox.fault({ fault: refused, method: 'PUT', path: `/persons/${absorbed}/merge` });
      await mergeNow();
      assert.equal((await company().stored(`persons/${survivor}`))['job_title'], 'Old title');
      assert.ok(await isThere(absorbed));
      company().sandbox.log.clear();
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      // What is written already is not written again.
      assert.deepEqual(
        writes().map(({ line }) => line),
        [`PUT /persons/${absorbed}/merge`],
      );
    });

    it('does not merge where what is to be kept cannot be written', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor], 'job_title');
      person.takes('Merge', /^Keep /);
      company().sandbox.fault({ fault: refused, method: update, path: `/persons/${survivor}` });
      await mergeNow();
      assert.deepEqual(
        writes().map(({ line }) => line),
        [`${update} /persons/${survivor}`],
      );
      assert.ok(await isThere(absorbed));
    });

    it('shows what a colleague changed meanwhile, and asks again', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor]);
      await company().colleague(`persons/${absorbed}`, { job_title: 'Newer title' });
      person.takes('Merge', /^Keep /);
      await mergeNow();
      assert.deepEqual(writes(), []);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      assert.equal(person.heard.length, 2);
    });

    it('does not merge with one that is gone', async () => {
      const [absorbed, survivor] = await two();
      await open([absorbed, survivor]);
      await company().sandbox.asColleague('DELETE', `/api/v2/persons/${survivor}`);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await mergeNow();
      assert.deepEqual(writes(), []);
      assert.equal(person.heard.length, 1);
      assert.ok(await isThere(absorbed));
    });

    it('closes the clean editor of the removed one, and shows the survivor as it is now', async () => {
      const [absorbed, survivor] = await two({ birthday: '1991-02-03' }, { birthday: null });
      await company().open(`persons/${absorbed}`);
      const document = await company().open(`persons/${survivor}`);
      await open([absorbed, survivor]);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      await until(() => openRecords().every(({ path }) => !path.endsWith(`/${absorbed}.record`)));
      await until(() => json(document)['birthday'] === '1991-02-03');
      assert.ok(!document.isDirty);
    });

    it('leaves unsaved edits of both, and says so before', async () => {
      const [absorbed, survivor] = await two({ notes: null }, { notes: null });
      const gone = await company().open(`persons/${absorbed}`);
      const kept = await company().open(`persons/${survivor}`);
      await write(gone, { notes: 'Typed in the one' });
      await write(kept, { notes: 'Typed in the other' });
      await open([absorbed, survivor]);
      person.takes('Merge', /^Keep /);
      await mergeNow();
      await isDone();
      assert.match(person.heard[0]?.detail ?? '', /“Kept.*unsaved edits.*stay in its editor[^]*“Gone.*unsaved edits.*not merged/);
      assert.ok(gone.isDirty && kept.isDirty);
      assert.deepEqual([json(gone)['notes'], json(kept)['notes']], ['Typed in the one', 'Typed in the other']);
      assert.ok(openRecords().some(({ path }) => path.endsWith(`/${absorbed}.record`)));
      assert.equal(await gone.save(), false);
      const draft = await newDraft(commands.duplicate, gone.uri);
      assert.equal(json(draft)['notes'], 'Typed in the one');
      assert.ok(await kept.save());
      assert.equal((await company().stored(`persons/${survivor}`))['notes'], 'Typed in the other');
    });

    it('is one editor for the same two, whichever way it is asked for; rubbish opens none', async () => {
      const [one, other] = await two();
      await open([one, other]);
      await open([other, one]);
      assert.equal(merges().length, 1);
      for (const rubbish of [undefined, {}, { accountId: company().accountId, kindId: 'pipeline', ids: [1, 2] }]) {
        await vscode.commands.executeCommand(commands.merge, rubbish);
      }
      const { accountId } = company();
      await vscode.commands.executeCommand(commands.merge, { accountId, kindId: 'person', ids: [one, one] });
      assert.equal(merges().length, 1);
    });

    it('is reached from one person by picking the other as one types', async () => {
      const [absorbed, survivor] = await two({}, { name: `Findable Zyx${version}` });
      const merging = vscode.commands.executeCommand(mergeCommands('person').mergeInto, company().uri(`persons/${absorbed}`));
      await person.searches(`zyx${version}`, `Findable Zyx${version}`);
      await merging;
      await until(() => merges().length === 1);
      const [input] = merges().map((tab) => tab.input as vscode.TabInputCustom);
      assert.ok(input?.uri.path.endsWith(`/persons/${absorbed}+${survivor}.merge`), input?.uri.path);
    });
  });
}
