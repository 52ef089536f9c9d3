import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as vscode from 'vscode';
import { accountVariable, commands, extensionId, schemes } from '../../src/ids/index.ts';

const loaded = () =>
  Object.keys(createRequire(__filename).cache).filter((file) => file.includes('/dist/') && !file.includes('/dist/test/'));

/** Runs first: what comes after it uses more of the extension. */
describe('Activation', () => {
  it('loads no request path and no sandbox, and asks nobody anything', async () => {
    assert.equal(process.env[accountVariable] ?? '', '');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    assert.ok(extension.isActive);
    const files = loaded().filter((file) => file.startsWith(extension.extensionPath));
    assert.ok(
      files.some((file) => file.endsWith('extension.cjs')),
      files.join('\n'),
    );
    assert.deepEqual(
      files.filter((file) => /sandbox\.cjs$|\/host\/api-/.test(file)),
      [],
    );
  });

  it('is not asked for at start-up, but when a record is opened', () => {
    const events = vscode.extensions.getExtension(extensionId)?.packageJSON as { activationEvents: string[] };
    assert.ok(events.activationEvents.includes(`onFileSystem:${schemes.record}`));
    assert.ok(!events.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
  });

  it('answers no command with a token', async () => {
    for (const id of Object.values(commands)) {
      if (/signIn|signOut|exploreDemo|switchAccount|\.delete|\.new$/.test(id)) continue;
      assert.equal(await vscode.commands.executeCommand(id), undefined, id);
    }
  });
});
