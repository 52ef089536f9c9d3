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

  /** JSON's checks come after a pause; a wrong key that is underlined shows that they have come. */
  async function checked(document: vscode.TextDocument): Promise<string[]> {
    await write(document, { nmae: 'a sign that the check has run' });
    await until(() => problems(document).some((message) => message.includes('nmae')));
    return problems(document).filter((message) => !message.includes('nmae'));
  }

  it('has nothing to complain of in records as they come', async () => {
    for (let id = 1; id <= 8; id += 1) assert.deepEqual(await checked(await open(`persons/${id}`)), [], `person ${id}`);
  });

  it('underlines what Pipedrive would refuse', async () => {
    const document = await open('persons/30');
    await write(document, { owner_id: 'Ann', visible_to: 99 });
    await until(() => problems(document).length >= 2);
    assert.ok(
      problems(document).some((message) => /no option 99/.test(message)),
      problems(document).join('\n'),
    );
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
