import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { forecast } from '../../src/api/forecast.ts';
import type { Planned } from '../../src/api/types.ts';
import { commands, views } from '../../src/ids/index.ts';
import { moveCards } from '../../src/surfaces/explorer/moveCards.ts';
import type { CardNode, StageNode } from '../../src/surfaces/explorer/nodes.ts';
import { json, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';
import { range, rowsOf } from './support/rows.ts';
import { SeenTree } from './support/tree.ts';

/** The fewest requests that Pipedrive's price list allows for a task. */
const fewest: Readonly<Record<string, readonly Planned[]>> = {
  'open the view': [{ operation: 'person.list' }],
  // Found by a term; read, as e-mails are written whole; written.
  'find and fix an e-mail': [{ operation: 'person.search' }, { operation: 'person.get' }, { operation: 'person.update' }],
  'move a deal': [{ operation: 'deal.update' }],
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
          // The name of one would be read once more.
          org_id: null,
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

for (const version of ['v2', 'v1'] as const) {
  describe(`What moving a deal costs, over ${version}`, () => {
    usePerson();
    let seen: SeenTree;
    before(async () => {
      seen = await SeenTree.of('pipelines', version);
    });
    after(() => seen.end());

    it('one update', async () => {
      seen.showBoards(undefined);
      const rows = await seen.tree.getChildren(await seen.child('New business'));
      const stages = rows.filter((node): node is StageNode => node.type === 'stage');
      const cards = await Promise.all(stages.map((stage) => seen.tree.getChildren(stage)));
      const card = cards.flat().find((node): node is CardNode => node.type === 'card');
      const to = stages.find(({ stage }) => stage.id !== card?.card.stage);
      assert.ok(card && to);
      seen.sandbox.log.clear();
      const attend = async (_what: string, work: () => unknown) => void (await work());
      const accounts = { all: [], get: () => undefined };
      await moveCards([card], to.stage, { moves: seen.moves, accounts, records: seen.records, attend, log: {} as never });
      await seen.settled();
      const tokens = seen.sandbox.log.entries.filter(({ method }) => method !== 'GET').reduce((sum, { cost }) => sum + cost, 0);
      const reading = seen.sandbox.log.entries.length - 1;
      figures.push({
        ...{ task: 'move a deal', version },
        tokens: seen.sandbox.log.entries.reduce((sum, { cost }) => sum + cost, 0),
        fewest: forecast(fewest['move a deal'] ?? [], version),
      });
      assert.equal(tokens, version === 'v2' ? 5 : 10);
      assert.ok(reading <= 2, `${reading} readings after it`);
    });
  });
}

after(async () => {
  // For `npm run bench`.
  const file = process.env['PIPEDRIVE_EXPLORER_TOKENS'];
  if (file) await writeFile(file, JSON.stringify(figures));
});
