import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { json, until, useCompany, write } from './support/company.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`What the text editor offers on a record’s JSON, over ${version}`, () => {
    const company = useCompany(version);

    async function open(path: string): Promise<vscode.TextDocument> {
      const document = await company().open(path);
      await vscode.window.showTextDocument(document);
      return document;
    }
    const whole = ({ lineCount }: vscode.TextDocument) => new vscode.Range(0, 0, lineCount, 0);
    const hints = async (document: vscode.TextDocument) => {
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole(document),
      );
      return found.map(({ label, position }) => `${document.lineAt(position).text.trim()} ← ${String(label)}`);
    };
    const fixes = (document: vscode.TextDocument) =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole(document));
    const lenses = async (document: vscode.TextDocument) =>
      (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).map(
        ({ range, command }) => `${document.lineAt(range.start).text.trim()} ← ${command?.title}`,
      );
    async function apply(document: vscode.TextDocument, title: RegExp): Promise<void> {
      const found = (await fixes(document)).find((one) => title.test(one.title));
      assert.ok(found?.edit, (await fixes(document)).map((one) => one.title).join('\n'));
      assert.ok(await vscode.workspace.applyEdit(found.edit));
    }
    /** The key of a custom field by its name. */
    async function keyOf(name: string): Promise<string> {
      const { body } = await company().sandbox.asColleague('GET', '/api/v2/personFields?limit=500');
      const { data } = body as { data: { field_name: string; field_code: string }[] };
      const key = data.find((field) => field.field_name === name)?.field_code;
      assert.ok(key);
      return key;
    }

    it('hints name fields, options, users and organizations, and cost no request of their own', async () => {
      const segment = await keyOf('Segment');
      const { body } = await company().sandbox.asColleague('GET', '/api/v2/organizations?limit=1');
      const [organization] = (body as { data: { id: number; name: string }[] }).data;
      await company().colleague('persons/40', { org_id: organization?.id, label_ids: [2], custom_fields: { [segment]: 101 } });
      const document = await open('persons/40');
      company().requests();
      let shown: string[] = [];
      for (let tries = 0; tries < 50 && !shown.some((one) => one.includes('owner_id')); tries += 1) shown = await hints(document);
      const text = shown.join('\n');
      for (const sign of [/2 ← Hot lead/, /"visible_to": .* ← \w/, /"owner_id": .* ← \w/, /← Segment/, /101,? ← Enterprise/]) {
        assert.match(text, sign);
      }
      assert.ok(text.includes(`← ${organization?.name.slice(0, 20)}`), text);
      const users = (await company().sandbox.asColleague('GET', '/v1/users')).body as { data: { id: number; name: string }[] };
      const other = users.data.find(({ id }) => id !== json(document)['owner_id']);
      await write(document, { owner_id: other?.id });
      assert.ok((await hints(document)).join('\n').includes(`"owner_id": ${other?.id}, ← ${other?.name}`));
      assert.deepEqual(company().requests(), []);
    });

    it('a label or a user’s name is mended to its id, the likeliest first', async () => {
      const document = await open('persons/41');
      await write(document, { label_ids: ['hot lead'] });
      await until(() => vscode.languages.getDiagnostics(document.uri).length > 0);
      const titles = (await fixes(document)).filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
      assert.deepEqual(titles, ['Did you mean “Hot lead” (2)?']);
      await apply(document, /Hot lead/);
      assert.deepEqual(json(document)['label_ids'], [2]);
      const owner = json(document)['owner_id'];
      const users = (await company().sandbox.asColleague('GET', '/v1/users')).body as { data: { id: number; name: string }[] };
      await write(document, { owner_id: users.data.find(({ id }) => id === owner)?.name.toLowerCase() });
      await apply(document, new RegExp(`\\(${String(owner)}\\)`));
      assert.equal(json(document)['owner_id'], owner);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    });

    it('a field called by its name goes to its key, under the custom fields', async () => {
      const segment = await keyOf('Segment');
      const document = await open('persons/42');
      await write(document, { Segment: 102, custom_fields: {} });
      await apply(document, /Rename to “Segment”/);
      assert.equal('Segment' in json(document), false);
      assert.deepEqual(json(document)['custom_fields'], { [segment]: 102 });
      await write(document, { id: 7, nmae: 'X' });
      await apply(document, /Remove All Keys/);
      assert.ok(!('id' in json(document)) && !('nmae' in json(document)));
    });

    it('completes custom keys by their field’s name, and only what is absent', async () => {
      const document = await open('persons/43');
      await write(document, { custom_fields: {} });
      const at = document.positionAt(document.getText().indexOf('{}', document.getText().indexOf('custom_fields')) + 1);
      const offered = async (position: vscode.Position) =>
        (
          await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            position,
          )
        ).items.map(({ label }) => (typeof label === 'string' ? { label } : label));
      const segment = (await offered(at)).filter(({ label }) => label === 'Segment');
      assert.deepEqual(
        segment.map(({ description }) => description),
        [await keyOf('Segment')],
      );
      const top = (await offered(new vscode.Position(0, 1))).map(({ label }) => label);
      assert.ok(!top.includes('name') && !top.includes('$schema') && !top.includes('Segment'), top.join());
    });

    it('settles conflicts above their lines, and shows both sides', async () => {
      const document = await open('persons/44');
      await write(document, { name: 'Mine', visible_to: 1 });
      await company().colleague('persons/44', { name: 'Theirs' });
      assert.equal(await document.save(), false);
      assert.deepEqual(
        await lenses(document),
        ['Keep Mine', 'Take Theirs', 'Compare'].map((title) => `"name": "Mine", ← ${title}`),
      );
      await vscode.commands.executeCommand(commands.compareConflict, document.uri, 'name');
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff);
      const theirs = await vscode.workspace.openTextDocument(input.original);
      assert.deepEqual([json(theirs)['name'], json(theirs)['visible_to']], ['Theirs', 1]);
      await vscode.commands.executeCommand(commands.takeTheirs, document.uri, 'name');
      assert.deepEqual(await lenses(document), []);
      assert.equal(json(document)['name'], 'Theirs');
      assert.ok(await document.save());
    });

    it('a conflict about what is not in the text stands at the custom fields', async () => {
      const nickname = await keyOf('Nickname');
      await company().colleague('persons/45', { custom_fields: { [nickname]: 'Old' } });
      const document = await open('persons/45');
      const { [nickname]: _, ...custom } = json(document)['custom_fields'] as Record<string, unknown>;
      await write(document, { custom_fields: custom });
      await company().colleague('persons/45', { custom_fields: { [nickname]: 'Theirs' } });
      assert.equal(await document.save(), false);
      assert.match((await lenses(document)).join(), /"custom_fields".* ← Keep Mine/);
      await vscode.commands.executeCommand(commands.takeTheirs, document.uri, nickname);
      assert.equal((json(document)['custom_fields'] as Record<string, unknown>)[nickname], 'Theirs');
    });
  });
}

describe('A record copied as JSON', () => {
  const company = useCompany();

  it('is what its document holds, without the schema; nothing is asked', async () => {
    const document = await company().open('persons/46');
    await write(document, { name: 'Not Saved Yet' });
    company().requests();
    await vscode.commands.executeCommand(commands.copyAsJson, document.uri);
    const copied = JSON.parse(await vscode.env.clipboard.readText()) as Record<string, unknown>;
    const { $schema: _, ...own } = json(document);
    assert.deepEqual(copied, own);
    assert.deepEqual(company().requests(), []);
  });

  it('is read where it is not open', async () => {
    await vscode.commands.executeCommand(commands.copyAsJson, company().uri('pipelines/1'));
    const copied = JSON.parse(await vscode.env.clipboard.readText()) as Record<string, unknown>;
    assert.ok(Array.isArray(copied['stages']) && copied['stages'].length > 0);
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 0);
  });
});
