import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commands, settings, tools } from '../../src/ids/index.ts';
import { json, revert, until, useCompany, write } from './support/company.ts';

const secret = 'host-test-token-0123456789abcdef';

/** The tools as they are registered, which a test without dialogs calls where VS Code would ask a person first. */
const registered = new Map<string, vscode.LanguageModelTool<object>>();

async function call(name: string, input: object): Promise<string> {
  const options = { input, toolInvocationToken: undefined };
  const proposes = name === tools.update || name === tools.create;
  const token = new vscode.CancellationTokenSource().token;
  const result = await (proposes ? registered.get(name)?.invoke(options, token) : vscode.lm.invokeTool(name, options, token));
  const text = (result?.content ?? []).map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  assert.ok(text.length > 0 && !text.includes(secret));
  return text;
}

const diffs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff)
    .map(({ label }) => label);

/** A file that is no record's. */
async function plainFile(): Promise<vscode.TextDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'beside-'));
  const path = join(folder, 'plain.txt');
  await writeFile(path, '');
  return vscode.workspace.openTextDocument(path);
}

/** Types a line break at the end. */
async function edit(document: vscode.TextDocument): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n');
  assert.ok(await vscode.workspace.applyEdit(change));
}

const refused = (name: string, input: object, why: RegExp) => assert.rejects(call(name, input), why);

for (const version of ['v2', 'v1'] as const) {
  describe(`Tools of language models, over ${version}`, () => {
    const company = useCompany(version);
    const enable = (value: unknown) =>
      vscode.workspace.getConfiguration(settings.section).update(settings.languageModelTools, value, true);
    const writes = () =>
      company()
        .entries()
        .filter(({ method }) => method !== 'GET')
        .map(({ body }) => body);

    before(async () => {
      const lm = vscode.lm as unknown as { registerTool: typeof vscode.lm.registerTool };
      const own = lm.registerTool;
      lm.registerTool = (name, tool) => {
        registered.set(name, tool as vscode.LanguageModelTool<object>);
        return own(name, tool);
      };
      try {
        await enable(false);
        await enable(undefined);
        await until(() => registered.size === Object.keys(tools).length);
      } finally {
        lm.registerTool = own;
      }
    });
    after(() => enable(undefined));

    it('search, read and list fields', async () => {
      // What signing in reads is over.
      await company().quiet();
      const { name } = await company().stored('persons/4');
      company().requests();
      assert.match(await call(tools.search, { term: String(name), kind: 'person' }), /"id":4/);
      assert.equal(company().requests().length, 1);
      assert.match(await call(tools.get, { kind: 'Persons', record: 4 }), new RegExp(String(name)));
      assert.match(await call(tools.fields, { kind: 'person' }), /"type":"emails"/);
    });

    it('tell what became of a pipeline’s deals', async () => {
      const text = await call(tools.figures, { pipeline: 1, from: '2025-01-01', until: '2026-12-31' });
      assert.match(text, /wonPercent/);
      assert.match(text, /"dealsOf":"\w/);
      await refused(tools.figures, { pipeline: 1, from: 'May', until: '2026-12-31' }, /2026-03-31/);
    });

    it('propose a change that nobody but a person saves', async () => {
      company().sandbox.log.clear();
      assert.match(await call(tools.update, { kind: 'person', record: 20, fields: { NAME: 'Proposed' } }), /not saved/);
      assert.deepEqual(writes(), []);
      const document = await vscode.workspace.openTextDocument(company().uri('persons/20'));
      assert.ok(document.isDirty);
      assert.equal(json(document)['name'], 'Proposed');
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
      assert.match(tab.label, /before ↔ proposed/);
      await refused(tools.update, { kind: 'person', record: 20, fields: { name: 'Again' } }, /unsaved edits/);
      assert.ok(await document.save());
      assert.deepEqual(writes(), [{ name: 'Proposed' }]);
    });

    it('leave saving to a person who sees the proposal', async () => {
      await call(tools.update, { kind: 'person', record: 27, fields: { name: 'Unseen' } });
      const document = await vscode.workspace.openTextDocument(company().uri('persons/27'));
      await company().open('persons/28');
      company().sandbox.log.clear();
      // As a debugger does when it starts.
      await vscode.workspace.saveAll(false);
      assert.deepEqual([document.isDirty, writes()], [true, []]);
      // By itself, as a folder's settings may ask for.
      const [diff] = vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputTextDiff);
      assert.ok(diff?.input instanceof vscode.TabInputTextDiff);
      await vscode.commands.executeCommand('vscode.diff', diff.input.original, diff.input.modified, diff.label);
      const files = vscode.workspace.getConfiguration('files', { languageId: 'pipedrive-record' });
      const beside = await plainFile();
      await files.update('autoSaveDelay', 10, true);
      await files.update('autoSave', 'afterDelay', true, true);
      await files.update('autoSave', 'afterDelay', true, false);
      try {
        await vscode.window.showTextDocument(beside, { viewColumn: vscode.ViewColumn.Beside });
        await edit(document);
        await edit(beside);
        await until(() => !beside.isDirty);
        assert.deepEqual([document.isDirty, writes()], [true, []]);
      } finally {
        await files.update('autoSave', undefined, true, true);
        await files.update('autoSave', undefined, true, false);
        await files.update('autoSaveDelay', undefined, true);
      }
      await vscode.commands.executeCommand('vscode.diff', diff.input.original, diff.input.modified, diff.label, {
        viewColumn: vscode.ViewColumn.One,
      });
      assert.ok(await document.save());
      assert.deepEqual(writes(), [{ name: 'Unseen' }]);
    });

    it('propose one after the other, so that the second sees what the first left unsaved', async () => {
      const propose = (fields: object) => call(tools.update, { kind: 'person', record: 29, fields });
      const outcomes = await Promise.allSettled([propose({ name: 'One' }), propose({ name: 'Two', job_title: 'Two' })]);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected'],
      );
      const document = await vscode.workspace.openTextDocument(company().uri('persons/29'));
      assert.equal(json(document)['name'], 'One');
      assert.equal(diffs().length, 1);
    });

    it('ask with the mark of a production account', async () => {
      const asked = async () => {
        const prepared = await registered
          .get(tools.update)
          ?.prepareInvocation?.(
            { input: { kind: 'person', record: 30, fields: { name: 'X' } } },
            new vscode.CancellationTokenSource().token,
          );
        const message = prepared?.confirmationMessages?.message;
        return message instanceof vscode.MarkdownString ? message.value.replaceAll('\\', '') : '';
      };
      assert.doesNotMatch(await asked(), /Production/);
      await vscode.commands.executeCommand(commands.markProduction);
      try {
        assert.match(await asked(), /Production:/);
      } finally {
        await vscode.commands.executeCommand(commands.unmarkProduction);
      }
    });

    it('propose nothing in another account than the one that the person was asked about', async () => {
      const input = { kind: 'person', record: 31, fields: { name: 'Elsewhere' } };
      const token = new vscode.CancellationTokenSource().token;
      const prepared = await registered.get(tools.update)?.prepareInvocation?.({ input }, token);
      assert.ok(prepared?.confirmationMessages);
      await vscode.commands.executeCommand(commands.exploreDemo);
      await refused(tools.update, input, /another account/);
      // The demo is left, and the company is shown again.
      await vscode.commands.executeCommand(commands.signOut);
      assert.deepEqual(diffs(), []);
      await call(tools.update, input);
      assert.equal(json(await vscode.workspace.openTextDocument(company().uri('persons/31')))['name'], 'Elsewhere');
    });

    it('propose on what a colleague changed while the document was open', async () => {
      const document = await company().open('persons/21');
      await company().colleague('persons/21', { job_title: 'Chief' });
      await call(tools.update, { kind: 'person', record: '21', fields: { name: 'Fresh' } });
      assert.equal(json(document)['job_title'], 'Chief');
      assert.equal(json(document)['name'], 'Fresh');
      await revert(document);
      assert.notEqual(json(document)['name'], 'Fresh');
    });

    it('tell names where a field holds an id', async () => {
      const organization = (await company().stored('organizations/2'))['name'];
      const text = await call(tools.update, { kind: 'person', record: 23, fields: { Organization: 2 } });
      assert.ok(text.includes(`"proposed":${JSON.stringify(organization)}`), text);
      assert.doesNotMatch(text, /#\d/);
    });

    it('leave a person’s unsaved edits alone', async () => {
      const document = await company().open('persons/24');
      await write(document, { name: 'Mine' });
      const text = document.getText();
      await refused(tools.update, { kind: 'person', record: 24, fields: { job_title: 'Chief' } }, /unsaved edits/);
      assert.equal(document.getText(), text);
    });

    it('leave nothing where VS Code takes no edit', async () => {
      const workspace = vscode.workspace as { applyEdit: typeof vscode.workspace.applyEdit };
      const own = workspace.applyEdit;
      workspace.applyEdit = () => Promise.resolve(false);
      try {
        await refused(tools.update, { kind: 'person', record: 25, fields: { name: 'Never' } }, /did not take the edit/);
      } finally {
        workspace.applyEdit = own;
      }
      const document = await vscode.workspace.openTextDocument(company().uri('persons/25'));
      assert.ok(!document.isDirty);
      assert.deepEqual(diffs(), []);
    });

    it('propose a new record', async () => {
      company().sandbox.log.clear();
      await call(tools.create, { kind: 'person', fields: { name: 'Quite New', emails: 'new@example.com' } });
      assert.deepEqual(writes(), []);
      const draft = vscode.workspace.textDocuments.find(({ uri, isDirty }) => isDirty && /\/new-/.test(uri.path));
      assert.ok(draft);
      assert.equal(json(draft)['name'], 'Quite New');
      assert.equal(diffs().length, 1);
      assert.ok(await draft.save());
      const [sent, ...more] = writes() as Record<string, unknown>[];
      assert.deepEqual([sent?.['name'], more], ['Quite New', []]);
    });

    it('refuse what is wrong, and say what is right', async () => {
      const change = (fields: object) => ({ kind: 'person', record: 22, fields });
      await refused(tools.get, { kind: 'persn', record: 1 }, /Did you mean "Person"/);
      await refused(tools.get, { record: 1 }, /This tool takes: kind, record/);
      await refused(tools.search, { term: 'x' }, /at least 2/);
      await refused(tools.search, { term: 'sales', kind: 'pipeline' }, /no search/);
      await refused(tools.update, change({ Naem: 'x' }), /Did you mean "Name"/);
      await refused(tools.update, change({ update_time: '2026-01-01' }), /cannot be changed/);
      await refused(tools.update, change({ Organization: 999999 }), /no organization with the id 999999/);
      if (version === 'v2') await refused(tools.update, change({ add_time: '2026-01-01T00:00:00Z' }), /new record only/);
      await refused(tools.update, change({ emails: 'no address' }), /no e-mail address/);
      await refused(tools.update, change({ owner_id: 'Nobody At All' }), /no user/);
      await refused(tools.update, change({ name: null }), /must be given/);
      const document = await vscode.workspace.openTextDocument(company().uri('persons/22'));
      assert.ok(!document.isDirty);
    });

    it('are all taken away by one setting', async () => {
      await enable(false);
      for (const name of Object.values(tools)) {
        await assert.rejects(async () => vscode.lm.invokeTool(name, { input: {}, toolInvocationToken: undefined }), /registered/);
      }
      await enable(undefined);
      await call(tools.fields, { kind: 'person' });
    });
  });
}
