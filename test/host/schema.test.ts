import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, useCompany, write } from './support/company.ts';

describe('A record as JSON', () => {
  const company = useCompany();

  const problems = (document: vscode.TextDocument) => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);

  async function open(path: string): Promise<vscode.TextDocument> {
    const document = await company().open(path);
    await vscode.window.showTextDocument(document);
    return document;
  }

  /** VS Code's own checks come after a pause; a key that is there twice, which only they mind, shows that they have come. */
  async function checked(document: vscode.TextDocument, changes: object = {}): Promise<string[]> {
    await write(document, changes);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(1), '\n  "name": "",');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(() => problems(document).some((message) => /duplicate/i.test(message)));
    return problems(document).filter((message) => !/duplicate|is there twice/i.test(message));
  }

  it('has nothing to complain of in records as they come', async function () {
    this.timeout(60_000);
    for (let id = 1; id <= 8; id += 1) assert.deepEqual(await checked(await open(`persons/${id}`)), [], `person ${id}`);
  });

  it('underlines what Pipedrive would refuse, each mistake once', async () => {
    const changes = { owner_id: 'Ann', visible_to: 99, nmae: 'X', emails: [{ value: 'nowhere' }] };
    const found = await checked(await open('persons/30'), changes);
    for (const sign of [/must be an id/, /no option 99/, /“nmae” is no field/, /no e-mail address/]) {
      assert.equal(found.filter((message) => sign.test(message)).length, 1, `${sign.toString()}\n${found.join('\n')}`);
    }
    assert.equal(found.length, 4, found.join('\n'));
  });

  it('underlines the cell of a row', async () => {
    const document = await open('products/1');
    await write(document, { prices: [{ currency: 'EUR', price: 'much' }] });
    await until(() => problems(document).length > 0);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(document.getText(problem?.range), '"much"');
  });

  it('a new record’s schema knows what an existing one’s does not', async () => {
    const served = async (name: string) => {
      const uri = vscode.Uri.from({ scheme: 'pipedrive-schema', path: `/${company().accountId}/${name}.json` });
      return (await vscode.workspace.openTextDocument(uri)).getText();
    };
    const [existing, draft, locked] = [
      await served('personField'),
      await served('personField.new'),
      await served('personField.locked'),
    ];
    assert.ok(!existing.includes('"field_type"') && draft.includes('"field_type"') && !locked.includes('"field_name"'));
    const field = (await company().stored('personFields/name'))['field_code'];
    const document = await open(`personFields/${String(field)}`);
    assert.match(document.getText(), /personField\.locked\.json/);
    assert.deepEqual(problems(document), []);
  });

  it('names a field in its hover, and options in completion', async () => {
    const document = await open('persons/31');
    const at = document.positionAt(document.getText().indexOf('"owner_id"') + 2);
    await until(() => document.languageId === 'pipedrive-record');
    let hovered = '';
    for (let tries = 0; tries < 50 && !/Owner/.test(hovered); tries += 1) {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
      hovered = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join();
    }
    assert.match(hovered, /Owner/);
    const value = document.positionAt(document.getText().indexOf(':', document.getText().indexOf('"visible_to"')) + 2);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      value,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => /company/i.test(label)),
      labels.join(),
    );
  });
});
