import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { extensionId } from '../../src/ids/index.ts';
import { until } from './support/company.ts';

/** VS Code's own yardstick: it too brings views, a file system and commands. */
const yardstick = 'vscode.git';

/** Milliseconds of loading the code, calling `activate` and its finish, by extension, as VS Code measured them. */
async function activationTimes(): Promise<ReadonlyMap<string, number>> {
  await vscode.commands.executeCommand('perfview.show');
  const report = () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
  await until(() => /Extension Activation Stats/.test(report()?.getText() ?? ''));
  const text = report()?.getText() ?? '';
  const table = text.slice(text.indexOf('Extension Activation Stats')).split('\n');
  return new Map(
    table.flatMap((line) => {
      const [, id = '', ...cells] = line.split('|').map((cell) => cell.trim());
      const numbers = cells.filter((cell) => /^\d+(\.\d+)?$/.test(cell)).map(Number);
      return id.includes('.') && numbers.length >= 3 ? [[id, numbers.slice(0, 3).reduce((sum, one) => sum + one, 0)]] : [];
    }),
  );
}

describe('VS Code’s report of the start', () => {
  it('tells of our activation beside the built-in Git extension’s', async () => {
    await vscode.extensions.getExtension(yardstick)?.activate();
    await vscode.extensions.getExtension(extensionId)?.activate();
    const times = await activationTimes();
    const figures = { ours: times.get(extensionId), git: times.get(yardstick) };
    assert.ok(figures.ours !== undefined && figures.git !== undefined, [...times.keys()].join());
    // For `npm run bench`; a test holds no time against another.
    const file = process.env['PIPEDRIVE_EXPLORER_BENCH'];
    if (file) await writeFile(file, JSON.stringify(figures));
  });
});
