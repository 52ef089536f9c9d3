import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/ids/index.ts';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { until } from './support/company.ts';
import { usePerson } from './support/person.ts';

const token = 'sign-in-test-token-0123456789';

describe('Signing in', () => {
  const person = usePerson();
  let sandbox: SandboxHandle;
  const baseUrl = (value: unknown) =>
    vscode.workspace.getConfiguration(settings.section).update(settings.baseUrl, value, vscode.ConfigurationTarget.Global);
  before(async () => {
    sandbox = await startSandbox({ token, limits: 'off' });
    await baseUrl(sandbox.url);
  });
  after(async () => {
    await baseUrl(undefined);
    await sandbox.close();
  });

  it('makes no link of what the server says is wrong', async () => {
    const error = 'See [this](command:workbench.action.closeAllEditors)';
    sandbox.fault({ fault: { kind: 'status', status: 403, body: { success: false, error } } });
    const signingIn = vscode.commands.executeCommand(commands.signIn, { companyDomain: 'acme', keep: 'session' });
    await person.types(token);
    let message: unknown;
    await until(() => {
      message = person.box?.validationMessage;
      return typeof message === 'string' && message.includes('this');
    });
    // A box makes links, commands among them, of what is spelled as one.
    assert.doesNotMatch(String(message), /\]\(/);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await signingIn;
  });
});
