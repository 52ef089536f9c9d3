import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { views } from '../../../src/ids/index.ts';
import { json, openRecords, until, useCompany, write } from '../support/company.ts';

/** The surfaces as they are, with one more folder among the kinds; see `kinds.ts`. */
for (const version of ['v2', 'v1'] as const) {
  describe(`A kind that no surface knows, over ${version}`, () => {
    const company = useCompany(version);

    async function aNote(): Promise<number> {
      const answer = await company().sandbox.asColleague('GET', '/api/v1/notes?limit=1');
      return (answer.body as { data: { id: number }[] }).data[0]?.id ?? 0;
    }

    it('is listed when its view is opened', async () => {
      await vscode.commands.executeCommand(`${views.products}.focus`);
      // Its group is there once the tree has drawn itself.
      await until(async () => {
        for (const command of ['list.focusLast', 'list.expand']) await vscode.commands.executeCommand(command);
        return company().requests().includes('GET /notes');
      });
    });

    it('is opened in the form, changed and saved', async () => {
      const id = await aNote();
      const document = await company().open(`notes/${id}`);
      assert.deepEqual(Object.keys(json(document)).sort(), ['$schema', 'content']);
      company().sandbox.log.clear();
      await write(document, { content: 'Said anew' });
      assert.ok(await document.save());
      assert.deepEqual(company().requests(), [`GET /notes/${id}`, `PUT /notes/${id}`]);
      const answer = await company().sandbox.asColleague('GET', `/api/v1/notes/${id}`);
      assert.equal((answer.body as { data: { content: string } }).data.content, 'Said anew');
    });

    it('is created from a document of its own', async () => {
      const draft = await company().draft('note');
      await write(draft, { content: 'A first note', person_id: 1 });
      assert.ok(await draft.save());
      await until(() => openRecords().some(({ path }) => path.includes('/notes/')));
    });
  });
}
