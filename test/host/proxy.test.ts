import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, extensionId } from '../../src/ids/index.ts';
import { type SandboxHandle, startSandbox } from '../../src/sandbox/server.ts';
import { authorityVariable } from '../../scripts/test/authority.mjs';
import { handingOn, openTunnel, type Tunnel } from '../support/tunnel.ts';
import { closeAll, json } from './support/company.ts';

const token = 'proxy-test-token-0123456789abcdef';
const company = 'larkspur-demo';
const site = `${company}.pipedrive.com:443`;

const set = async (key: string, value: unknown): Promise<void> => {
  await vscode.workspace.getConfiguration('http').update(key, value, vscode.ConfigurationTarget.Global);
};

/** No name here leads to Pipedrive, so that whatever is read came through the proxy. */
describe('Behind a proxy of the company', () => {
  let sandbox: SandboxHandle;
  let tunnel: Tunnel;

  before(async function () {
    const authority = process.env[authorityVariable];
    // The desktop's certificates are the machine's own, to which a test adds none.
    if (authority === undefined) return this.skip();
    await vscode.extensions.getExtension(extensionId)?.activate();
    sandbox = await startSandbox({ token, limits: 'off' });
    tunnel = await openTunnel(authority, handingOn(sandbox.url));
    await set('proxy', tunnel.url);
  });
  after(async () => {
    if (tunnel === undefined) return;
    await vscode.commands.executeCommand(commands.signOut);
    await set('proxy', undefined);
    tunnel.close();
    await sandbox.close();
  });
  afterEach(closeAll);

  const signIn = async (): Promise<void> => {
    await vscode.commands.executeCommand(commands.signIn, { companyDomain: company, token, keep: 'session' });
  };
  // VS Code keeps a document that was read for a while: these are of persons that no other test opens.
  const read = async (id: number): Promise<vscode.TextDocument> =>
    vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'pipedrive', path: `/${company}/persons/${id}.record` }));

  it('goes through http.proxy, and trusts what the machine trusts', async () => {
    await signIn();
    assert.deepEqual([...new Set(tunnel.connects)], [site]);
    assert.equal(sandbox.log.entries[0]?.path, '/api/v1/users/me');
    const document = await read(73);
    assert.ok('name' in json(document), document.getText());
  });

  it('trusts no more than Node does where http.systemCertificates is off', async () => {
    await set('systemCertificates', false);
    try {
      tunnel.connects.splice(0);
      sandbox.log.clear();
      assert.deepEqual(json(await read(75)), {}, 'what cannot be read is empty');
      assert.deepEqual([...new Set(tunnel.connects)], [site]);
      assert.deepEqual(sandbox.log.entries, []);
    } finally {
      await set('systemCertificates', undefined);
    }
  });
});
