import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import * as vscode from 'vscode';
import { storageVariable } from '../../scripts/test/storage.mjs';
import { commands } from '../../src/ids/index.ts';
import { until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';

describe('Signing out', () => {
  const company = useCompany();
  const person = usePerson();
  const canary = 'Canary of a company';
  const storage = process.env[storageVariable] ?? '';

  /** Files below the extensions' storage that name the account or hold texts of its records. */
  const left = async (): Promise<string[]> => {
    const { accountId } = company();
    const found: string[] = [];
    const entries = await readdir(storage, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const text = await readFile(file, 'utf8').catch(() => '');
      const path = relative(storage, file);
      if (path.includes(accountId) || path.includes(accountId.replaceAll('-', '%2D'))) found.push(path);
      else if (text.includes(accountId) || text.includes(canary)) found.push(path);
    }
    return found;
  };
  const isLeft = async (part: string) => (await left()).some((path) => path.includes(part));

  it('leaves nothing of the account’s records on this computer', async function () {
    this.timeout(60_000);
    // The desktop's storage is in a place of its own choice.
    if (storage === '') return this.skip();
    for (const id of [561, 562, 564]) await company().colleague(`persons/${id}`, { name: `${canary} ${id}` });
    const document = await company().open('persons/563', 'default');
    await write(document, { name: `${canary} 563` });
    await until(() => isLeft('bases'));
    assert.ok(await document.save());

    const merging = { accountId: company().accountId, kindId: 'person', ids: [561, 562], ticked: [] };
    await vscode.commands.executeCommand(commands.merge, merging);
    await company().quiet();
    person.takes('Merge', /^Keep /);
    await vscode.commands.executeCommand(commands.mergeNow);

    const searched = vscode.commands.executeCommand(commands.search);
    await person.looksFor(canary, `${canary} 564`);
    await searched;
    await vscode.commands.executeCommand(commands.keepSearch);

    for (const shelf of ['saves', 'merges', 'opened', 'searches', 'usage']) await until(() => isLeft(`/${shelf}/`));
    await vscode.window.tabGroups.close(vscode.window.tabGroups.all.flatMap((group) => group.tabs));
    await vscode.commands.executeCommand(commands.signOut);
    await until(async () => (await left()).length === 0);
    await company().quiet();
    assert.deepEqual(await left(), []);
  });
});
