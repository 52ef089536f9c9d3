import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { json, revert, until, useCompany, write } from './support/company.ts';

for (const version of ['v2', 'v1'] as const) {
  describe(`Saving a person, over ${version}`, () => {
    const company = useCompany(version);

    const sent = () =>
      company()
        .entries()
        .findLast(({ method }) => method === 'PATCH' || method === 'PUT')?.body;

    const update = version === 'v2' ? 'PATCH' : 'PUT';
    const problems = (document: vscode.TextDocument) =>
      vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);

    it('sends only what changed', async () => {
      const document = await company().open('persons/10');
      await write(document, { name: 'Only The Name' });
      assert.ok(await document.save());
      assert.deepEqual(sent(), { name: 'Only The Name' });
      assert.equal((await company().stored('persons/10'))['name'], 'Only The Name');
      assert.ok(!document.isDirty);
    });

    it('keeps what a colleague changed in another field, and shows it', async () => {
      const document = await company().open('persons/11');
      await write(document, { name: 'Mine' });
      await company().colleague('persons/11', { visible_to: 1 });
      assert.ok(await document.save());
      assert.deepEqual(sent(), { name: 'Mine' });
      const stored = await company().stored('persons/11');
      assert.deepEqual([stored['name'], stored['visible_to']], ['Mine', 1]);
      await until(() => json(document)['visible_to'] === 1);
      assert.ok(!document.isDirty);
    });

    it('refuses to overwrite the same field, also at equal length; mine can be kept', async () => {
      const document = await company().open('persons/12');
      await write(document, { name: 'Name A' });
      await company().colleague('persons/12', { name: 'Name B' });
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      assert.equal((await company().stored('persons/12'))['name'], 'Name B');
      const [problem] = vscode.languages.getDiagnostics(document.uri);
      assert.match(problem?.message ?? '', /Name B/);
      await vscode.commands.executeCommand(commands.keepMine, document.uri, 'name');
      assert.ok(await document.save());
      assert.equal((await company().stored('persons/12'))['name'], 'Name A');
    });

    it('takes theirs as an edit that can be undone', async () => {
      const document = await company().open('persons/13');
      await write(document, { name: 'Name A' });
      await company().colleague('persons/13', { name: 'Name B' });
      assert.equal(await document.save(), false);
      await vscode.commands.executeCommand(commands.takeTheirs, document.uri, 'name');
      assert.equal(json(document)['name'], 'Name B');
      assert.ok(await document.save());
      assert.equal((await company().stored('persons/13'))['name'], 'Name B');
    });

    it('a later edit of a colleague is a new conflict', async () => {
      const document = await company().open('persons/14');
      await write(document, { name: 'Name A' });
      await company().colleague('persons/14', { name: 'Name B' });
      assert.equal(await document.save(), false);
      await vscode.commands.executeCommand(commands.keepMine, document.uri, 'name');
      await company().colleague('persons/14', { name: 'Name C' });
      assert.equal(await document.save(), false);
      assert.equal((await company().stored('persons/14'))['name'], 'Name C');
    });

    it('shows Pipedrive’s refusal at the field and stays dirty', async () => {
      const document = await company().open('persons/15');
      await write(document, { owner_id: 999_999 });
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      const problems = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Pipedrive');
      assert.ok(problems.length > 0);
      const line = document
        .getText()
        .split('\n')
        .findIndex((text) => text.includes('"owner_id"'));
      if (version === 'v2') assert.equal(problems[0]?.range.start.line, line);
    });

    it('refuses broken JSON and unknown keys before anything is sent', async () => {
      const document = await company().open('persons/16');
      company().requests();
      await write(document, { nmae: 'Typo' });
      assert.equal(await document.save(), false);
      assert.ok(document.isDirty);
      assert.deepEqual(company().requests(), []);
    });

    it('Pipedrive gone in mid-save: nothing is lost, and saving again works, once', async () => {
      const document = await company().open('persons/17');
      await write(document, { name: 'Saved Later' });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'before' }, method: update, path: '/persons/17' });
      assert.equal(await document.save(), false, 'gone between the check and the update');
      assert.ok(document.isDirty);
      await company().sandbox.goOffline();
      assert.equal(await document.save(), false, 'still gone');
      assert.ok(document.isDirty);
      assert.match(problems(document).join(), /cannot be reached/);
      await company().sandbox.goOnline();
      company().requests();
      assert.ok(await document.save());
      assert.equal(
        company()
          .entries()
          .filter(({ method }) => method !== 'GET').length,
        1,
      );
      assert.equal((await company().stored('persons/17'))['name'], 'Saved Later');
    });

    it('an answer that was lost is found out by the next save, without a second update', async () => {
      const document = await company().open('persons/18');
      await write(document, { name: 'Answer Lost' });
      company().sandbox.fault({ fault: { kind: 'drop', when: 'after' }, path: '/persons/18', skip: 1 });
      assert.equal(await document.save(), false);
      company().sandbox.clearFaults();
      assert.equal((await company().stored('persons/18'))['name'], 'Answer Lost');
      company().requests();
      assert.ok(await document.save());
      assert.deepEqual(company().requests(), ['GET /persons/18']);
    });

    it('undone while the save runs, it shows what Pipedrive holds', async () => {
      const document = await company().open('persons/22');
      await vscode.window.showTextDocument(document);
      await write(document, { name: 'Sent Already' });
      company().sandbox.fault({ fault: { kind: 'delay', ms: 800 }, method: update, path: '/persons/22' });
      company().requests();
      const saving = document.save();
      await until(() =>
        company()
          .entries()
          .some(({ method, path }) => method === 'GET' && path.endsWith('/22')),
      );
      await vscode.commands.executeCommand('undo');
      await saving;
      await until(() => document.isDirty || json(document)['name'] === 'Sent Already');
      assert.equal((await company().stored('persons/22'))['name'], 'Sent Already');
    });

    it('“mine” that was undone again does not overwrite theirs', async () => {
      const document = await company().open('persons/23');
      await vscode.window.showTextDocument(document);
      await write(document, { name: 'First' });
      assert.ok(await document.save());
      await write(document, { name: 'Mine' });
      await company().colleague('persons/23', { name: 'Theirs' });
      assert.equal(await document.save(), false);
      await vscode.commands.executeCommand(commands.keepMine, document.uri, 'name');
      await vscode.commands.executeCommand('undo');
      await until(() => !document.isDirty);
      await write(document, { visible_to: 1 });
      assert.ok(await document.save());
      assert.deepEqual(Object.keys(sent() as object), ['visible_to']);
      assert.equal((await company().stored('persons/23'))['name'], 'Theirs');
    });

    it('reverts to what Pipedrive holds now', async () => {
      const document = await company().open('persons/19');
      const before = json(document)['name'];
      await write(document, { name: 'Not This' });
      await company().colleague('persons/19', { visible_to: 1 });
      await revert(document);
      await until(() => !document.isDirty);
      assert.equal(json(document)['name'], before);
      assert.equal(json(document)['visible_to'], 1);
      await write(document, { name: 'After The Revert' });
      assert.ok(await document.save());
      assert.deepEqual(sent(), { name: 'After The Revert' });
    });

    it('any text is saved as the text it is', async () => {
      const names = [
        '<img src=x onerror=alert(1)>',
        '=HYPERLINK("http://example.invalid")',
        'a\nb',
        '\u202eabc',
        '😀 漢字',
        'x'.repeat(300),
      ];
      const document = await company().open('persons/20');
      for (const name of names) {
        await write(document, { name });
        assert.ok(await document.save(), name);
        assert.equal((await company().stored('persons/20'))['name'], name);
      }
    });

    it('clears what Pipedrive can clear', async () => {
      const document = await company().open('persons/21');
      await write(document, { emails: [], phones: [], org_id: null });
      assert.ok(await document.save());
      const stored = await company().stored('persons/21');
      assert.deepEqual([stored['emails'], stored['phones'], stored['org_id']], [[], [], null]);
    });
  });
}
