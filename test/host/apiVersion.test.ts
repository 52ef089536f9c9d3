import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settings } from '../../src/ids/index.ts';
import { json, until, useCompany, write } from './support/company.ts';

describe('Choosing another version of the API', () => {
  const company = useCompany('v2');

  const choose = (version: string) =>
    vscode.workspace.getConfiguration(settings.section).update(settings.apiVersion, version, vscode.ConfigurationTarget.Global);

  it('gives open documents the fields that it writes, and leaves what is unsaved', async function () {
    this.timeout(90_000);
    const clean = await company().open('products/41');
    const unsaved = await company().open('products/42');
    assert.ok(!('is_deleted' in json(clean)));
    await write(unsaved, { name: 'Not saved yet' });
    await choose('v1');
    await until(() => json(clean)['is_deleted'] === false);
    assert.ok(!clean.isDirty);
    assert.deepEqual([unsaved.isDirty, json(unsaved)['name']], [true, 'Not saved yet']);
    await write(clean, { name: 'Over version 1' });
    assert.ok(await clean.save());
    await choose('v2');
    await until(() => !('is_deleted' in json(clean)));
    assert.ok(await unsaved.save());
  });
});
