import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { json, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';

type Pick = vscode.QuickPickItem;

/** Takes the entry of the next list that fits; gives what the list offered. */
function takes(fits: (item: Pick) => boolean, meanwhile = async () => {}): () => readonly Pick[] {
  const own = vscode.window.showQuickPick;
  let offered: readonly Pick[] = [];
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly Pick[] | PromiseLike<readonly Pick[]>) => {
      Object.assign(vscode.window, { showQuickPick: own });
      offered = await items;
      await meanwhile();
      return offered.find((item) => item.kind !== vscode.QuickPickItemKind.Separator && fits(item));
    },
  });
  return () => offered.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
}

const earlierTabs = (): vscode.TabInputTextDiff[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputTextDiff ? [input] : []));

for (const version of ['v2', 'v1'] as const) {
  describe(`What was, over ${version}`, () => {
    const company = useCompany(version);
    const person = usePerson();
    /** Documents of the other version's account may still be in memory. */
    const id = (n: number) => `persons/${version === 'v2' ? 30 + n : 60 + n}`;
    const update = version === 'v2' ? 'PATCH' : 'PUT';

    const of = (path: string) => {
      const requests = company().requests();
      return requests.filter((line) => line.includes(`/${path}`));
    };
    const revert = () => vscode.commands.executeCommand(commands.revertSave);
    const compare = (path: string, at?: number) =>
      vscode.commands.executeCommand(commands.compareEarlier, company().uri(path), at);

    /** Opens a record, changes it and saves it. */
    async function save(path: string, changes: object): Promise<vscode.TextDocument> {
      const document = await company().open(path);
      await write(document, changes);
      assert.ok(await document.save());
      await company().quiet();
      return document;
    }

    it('begins with nothing: what was saved before the sign-out is gone', async () => {
      await revert();
      await person.hears(/Nothing was saved on this computer/);
    });

    it('a save is reverted in the document: nothing is sent until it is saved, then one get and one update', async () => {
      const before = (await company().stored(id(0)))['name'];
      const document = await save(id(0), { name: 'Saved $(trash) once' });
      company().requests();
      // A name makes no icon.
      const called = 'Saved $\u2060(trash) once';
      const offered = takes(({ label }) => label === called);
      await revert();
      await until(() => json(document)['name'] === before);
      await company().quiet();
      assert.ok(document.isDirty);
      assert.deepEqual(of(id(0)), []);
      assert.equal(offered()[0]?.label, called);
      assert.ok(!offered()[0]?.detail?.includes('$('));
      assert.ok(await document.save());
      assert.deepEqual(of(id(0)), [`GET /${id(0)}`, `${update} /${id(0)}`]);
      assert.equal((await company().stored(id(0)))['name'], before);
    });

    it('the save that follows finds what a colleague did to the same value meanwhile', async () => {
      const before = (await company().stored(id(1)))['name'];
      const document = await save(id(1), { name: 'Mine first' });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await company().colleague(id(1), { name: 'Theirs since' });
      takes(({ label }) => label === 'Mine first');
      await revert();
      // A document that was closed may be there for a while, and another in its place after it.
      const opened = () => vscode.workspace.openTextDocument(document.uri);
      await until(async () => json(await opened())['name'] === before);
      const again = await opened();
      assert.equal(await again.save(), false, 'it is a conflict');
      assert.ok(again.isDirty);
      assert.equal((await company().stored(id(1)))['name'], 'Theirs since');
    });

    it('lists the record in front first, and says where there is nothing to take back', async () => {
      await save(id(2), { name: 'In front' });
      await save('products/2', { name: 'Saved later' });
      await company().open(id(2));
      const offered = takes(() => false);
      await revert();
      assert.deepEqual(
        offered()
          .slice(0, 2)
          .map(({ label }) => label),
        ['In front', 'Saved later'],
      );
      const again = takes(({ label }) => label === 'In front');
      await revert();
      assert.match(again()[0]?.detail ?? '', /Name/);
      const document = await vscode.workspace.openTextDocument(company().uri(id(2)));
      await until(() => document.isDirty);
      await vscode.commands.executeCommand('undo');
      await until(() => !document.isDirty);
    });

    it('works for every kind, with rows that are gone since', async () => {
      const document = await company().open('pipelines/2');
      const stages = json(document)['stages'] as { id?: number; name: string }[];
      const fewer = stages.slice(0, -1);
      await write(document, { stages: fewer, name: 'Shorter' });
      if (!(await document.save())) return;
      await company().quiet();
      takes(({ label }) => label === 'Shorter');
      await revert();
      await until(() => (json(document)['stages'] as unknown[]).length === stages.length);
      const last = (json(document)['stages'] as { id?: number; name: string }[]).at(-1);
      assert.deepEqual([last?.id, last?.name], [undefined, stages.at(-1)?.name]);
    });

    it('says that a record was deleted, and that nothing is to be done', async () => {
      await save(id(3), { name: 'Soon gone' });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await company().quiet();
      await company().sandbox.asColleague('DELETE', `/api/v2/${id(3)}`);
      takes(({ label }) => label === 'Soon gone');
      await revert();
      await person.hears(/Soon gone.*deleted/);
    });

    it('a record is compared with what it was, read page by page and no further', async () => {
      const before = (await company().stored(id(4)))['job_title'] ?? null;
      await company().colleague(id(4), { job_title: 'One', name: 'Compared' });
      await company().colleague(id(4), { job_title: 'Two' });
      company().requests();
      const offered = takes(({ label }) => label === 'Last week');
      await compare(id(4));
      await until(() => earlierTabs().length === 1);
      const [tab] = earlierTabs();
      assert.ok(tab);
      assert.equal(tab.modified.toString(), company().uri(id(4)).toString());
      const then = JSON.parse((await vscode.workspace.openTextDocument(tab.original)).getText()) as Record<string, unknown>;
      assert.equal(then['job_title'] ?? null, before);
      assert.notEqual(then['name'], 'Compared');
      assert.ok(offered().length > 3, 'times and changes are offered');
      await company().quiet();
      const asked = of(id(4)).filter((line) => line.endsWith('changelog'));
      assert.ok(asked.length <= 2, 'what was read for the list is read again only as it was changed just before');
    });

    it('is without what a colleague changes while the time is chosen', async () => {
      await company().colleague(id(6), { job_title: 'Before' });
      takes(
        ({ description }) => description !== undefined,
        () => company().colleague(id(6), { name: 'Meanwhile' }),
      );
      await compare(id(6));
      await until(() => earlierTabs().length === 1);
      const [tab] = earlierTabs();
      assert.ok(tab);
      const then = JSON.parse((await vscode.workspace.openTextDocument(tab.original)).getText()) as Record<string, unknown>;
      assert.notEqual(then['job_title'], 'Before');
      assert.notEqual(then['name'], 'Meanwhile');
    });

    it('says that nothing has changed since, and opens nothing', async () => {
      await company().colleague(id(5), { job_title: 'Changed' });
      await compare(id(5), Date.now() + 3_600_000);
      await person.hears(/Nothing of .* has changed since/);
      assert.deepEqual(earlierTabs(), []);
    });

    it('says why there is nothing to compare with', async () => {
      await compare('products/1', 0);
      await person.hears(/keeps no history/);
    });
  });
}
