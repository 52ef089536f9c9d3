import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { forecast } from '../../src/api/forecast.ts';
import type { Planned } from '../../src/api/types.ts';
import { commands, views } from '../../src/ids/index.ts';
import { json, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';
import { range, rowsOf } from './support/rows.ts';

/** The fewest requests that Pipedrive's price list allows for a task. */
const fewest: Readonly<Record<string, readonly Planned[]>> = {
  'open the view': [{ operation: 'person.list' }],
  // Found by a term; read, as e-mails are written whole; written.
  'find and fix an e-mail': [{ operation: 'person.search' }, { operation: 'person.get' }, { operation: 'person.update' }],
  'change twenty owners': [{ operation: 'person.update', count: 20 }],
};

const figures: { task: string; version: string; tokens: number; fewest: number }[] = [];

for (const version of ['v2', 'v1'] as const) {
  describe(`What everyday tasks cost, over ${version}`, function () {
    this.timeout(60_000);
    const company = useCompany(version);
    const person = usePerson();

    /** What a task takes in API tokens; what is read once in a session (fields, users) was read before. */
    async function costs(task: string, work: () => Promise<void>): Promise<number> {
      await company().quiet();
      company().requests();
      await work();
      await company().quiet();
      const tokens = company()
        .entries()
        .reduce((sum, { cost }) => sum + cost, 0);
      figures.push({ task, version, tokens, fewest: forecast(fewest[task] ?? [], version) });
      return tokens;
    }

    it('a search of each kind, a look and a save to find and fix an e-mail', async () => {
      for (const id of [201, 202]) {
        await company().colleague(`persons/${id}`, {
          name: `Wrong Address ${id}`,
          emails: [{ value: `wrong${id}@example.com`, label: 'work', primary: true }],
        });
      }
      const fix = async (id: number) => {
        await vscode.commands.executeCommand(commands.search);
        await person.looksFor(`wrong${id}@`, `Wrong Address ${id}`);
        await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label === `Wrong Address ${id}`);
        const document = await vscode.workspace.openTextDocument(company().uri(`persons/${id}`));
        await until(() => Array.isArray(json(document)['emails']));
        await write(document, { emails: [{ value: `right${id}@example.com`, label: 'work', primary: true }] });
        assert.ok(await document.save());
      };
      await fix(201);
      person.clear();
      // Two searches, one reading to open it, one before the write.
      assert.equal(
        await costs('find and fix an e-mail', () => fix(202)),
        version === 'v2' ? 20 + 20 + 1 + 1 + 5 : 40 + 40 + 2 + 2 + 10,
      );
    });

    it('one update each to change twenty owners', async () => {
      const change = async (ids: readonly number[], owner: string) => {
        const rows = await rowsOf(company(), 'persons', ids);
        company().requests();
        person.takes('Change Owner', /^Change the owner of/);
        const changed = vscode.commands.executeCommand(commands.changeOwner, ...rows);
        await person.chooses(owner);
        await changed;
      };
      await change([210, 211], 'Camille Fournier');
      person.clear();
      assert.equal(
        await costs('change twenty owners', () => change(range(210, 20), 'Ingrid Solberg')),
        version === 'v2' ? 100 : 200,
      );
    });

    it('one list to open the view', async () => {
      const open = () => vscode.commands.executeCommand(`${views.persons}.focus`) as Promise<void>;
      assert.equal(await costs('open the view', open), version === 'v2' ? 10 : 20);
    });
  });
}

after(async () => {
  // For `npm run bench`.
  const file = process.env['PIPEDRIVE_EXPLORER_TOKENS'];
  if (file) await writeFile(file, JSON.stringify(figures));
});
