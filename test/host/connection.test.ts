import assert from 'node:assert/strict';
import dns from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { authorityVariable } from '../../scripts/test/authority.mjs';
import { commands, settings } from '../../src/ids/index.ts';
import { handingOn, openTunnel } from '../support/tunnel.ts';
import { until, useCompany } from './support/company.ts';
import { usePerson } from './support/person.ts';

const token = 'host-test-token-0123456789abcdef';
const setBase = async (value: string | undefined): Promise<void> =>
  vscode.workspace.getConfiguration(settings.section).update(settings.baseUrl, value, vscode.ConfigurationTarget.Global);

/** The report before; VS Code takes the new one in after a moment. */
let last = '';

/** Runs the check and gives its report, each result in one line. */
async function report(): Promise<string> {
  await vscode.commands.executeCommand(commands.checkConnection);
  const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';
  await until(() => text() !== last && /Cost: |ended before/.test(text()) && !/… +/.test(text()));
  last = text();
  assert.ok(!text().includes(token), 'the report holds the token');
  return last.replaceAll(/\n {2,}/g, ' ');
}

describe('Check Connection', () => {
  const company = useCompany('v2');
  const person = usePerson();
  const gone = { kind: 'status', status: 410, body: { error: 'Gone' } } as const;

  it('finds all as it should be, for nine tokens', async () => {
    await company().quiet();
    company().requests();
    const text = await report();
    assert.match(text, /OK +API token: Pipedrive accepts it/);
    assert.match(text, /OK +Permissions: .*administrator/);
    assert.match(text, /OK +Version 2 of the API/);
    assert.match(text, /OK +Version 1 of the API/);
    assert.match(text, /This check took 9 API tokens/);
    const asked = company().entries();
    assert.equal(
      asked.reduce((sum, { cost }) => sum + cost, 0),
      9,
      asked.map(({ path }) => path).join('\n'),
    );
    await person.hears(/^The connection to .* works/);
  });

  it('says what to do about a token that is not accepted, and tries no more', async () => {
    company().sandbox.fault({
      fault: { kind: 'status', status: 401, body: { success: false, error: `unauthorized ${token}` } },
      path: '/users/me',
    });
    const text = await report();
    assert.match(text, /FAULT +API token: .*Sign in again/);
    assert.match(text, /– +Version 2 of the API: Not tried/);
    await person.hears(/^API token: /);
  });

  it('tells a version 1 that answers no more', async () => {
    company().sandbox.fault({ fault: gone, version: 'v1', path: '/pipelines/*' });
    const text = await report();
    assert.match(text, /OK +Version 2/);
    assert.match(text, /Note +Version 1 of the API: .*no longer answers/);
    assert.match(text, /Note +Versions together: Leave “pipedrive.apiVersion” at “v2”/);
  });

  it('tells a version 2 that answers no more', async () => {
    company().sandbox.fault({ fault: { kind: 'status', status: 501 }, version: 'v2', path: '/pipelines' });
    const text = await report();
    assert.match(text, /Note +Version 2 of the API: .*no longer answers/);
    assert.match(text, /OK +Version 1/);
    assert.match(text, /Set “pipedrive.apiVersion” to “v1”/);
  });

  it('finds a closed port at the connection', async () => {
    const server = createServer();
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const before = company().sandbox.url;
    await setBase(`http://127.0.0.1:${port}`);
    try {
      const text = await report();
      assert.match(text, /FAULT +Connection: .*cannot be reached.*\(ECONNREFUSED\)/);
    } finally {
      await setBase(before);
    }
  });

  it('finds a proxy that is not there, and names neither its user nor its password', async () => {
    const before = company().sandbox.url;
    const http = vscode.workspace.getConfiguration('http');
    await setBase(undefined);
    await http.update('proxy', 'http://canary-user:canary-password@127.0.0.1:9', vscode.ConfigurationTarget.Global);
    try {
      const text = await report();
      assert.match(text, /FAULT +Proxy: 127\.0\.0\.1:9 \(from http\.proxy\) cannot be reached/);
      assert.ok(!text.includes('canary'));
    } finally {
      await http.update('proxy', undefined, vscode.ConfigurationTarget.Global);
      await setBase(before);
    }
  });

  it('says what it can know of a proxy', async () => {
    assert.match(await report(), /OK +Proxy: None is used for an address on this computer/);
  });

  it('trusts what the machine trusts, and names a certificate that nobody vouches for', async function () {
    const authority = process.env[authorityVariable];
    // The desktop's certificates are the machine's own, to which a test adds none.
    if (authority === undefined) return this.skip();
    const before = company().sandbox.url;
    const tunnel = await openTunnel(authority, handingOn(before));
    const http = vscode.workspace.getConfiguration('http');
    await setBase(`https://127.0.0.1:${tunnel.sitePort}`);
    try {
      await http.update('systemCertificates', false, vscode.ConfigurationTarget.Global);
      const text = await report();
      assert.match(text, /FAULT +Connection: .*certificate.*\([A-Z_]+\)/);
      assert.match(text, /– +API token: Not tried/);
      await http.update('systemCertificates', undefined, vscode.ConfigurationTarget.Global);
      assert.match(await report(), /OK +Connection: .*over TLSv1\.[23]; certificate by Test authority\./);
    } finally {
      await http.update('systemCertificates', undefined, vscode.ConfigurationTarget.Global);
      await setBase(before);
      tunnel.close();
    }
  });

  it('finds a name that leads nowhere', async () => {
    const before = company().sandbox.url;
    const own = [dns.lookup, dns.promises.lookup] as const;
    const unknown = Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    Object.assign(dns, {
      lookup: (_name: string, options: unknown, done?: (error: Error) => void) =>
        (typeof options === 'function' ? (options as (error: Error) => void) : done)?.(unknown),
    });
    Object.assign(dns.promises, { lookup: () => Promise.reject(unknown) });
    await setBase(undefined);
    try {
      const text = await report();
      assert.match(text, /OK +Proxy: .*name none for this address\. The system may still have one/);
      assert.match(text, /FAULT +Name lookup: larkspur-demo\.pipedrive\.com is not found \(ENOTFOUND\)\. Check the network/);
      assert.match(text, /– +Connection: Not tried/);
    } finally {
      Object.assign(dns, { lookup: own[0] });
      Object.assign(dns.promises, { lookup: own[1] });
      await setBase(before);
    }
  });

  it('can be cancelled, and says so', async () => {
    const window = vscode.window as unknown as { withProgress: typeof vscode.window.withProgress };
    const { withProgress } = window;
    const leaving = new vscode.CancellationTokenSource();
    window.withProgress = (options, task) => withProgress(options, (progress) => task(progress, leaving.token));
    company().sandbox.fault({ fault: { kind: 'delay', ms: 60_000 }, path: '/users/me' });
    try {
      const reported = report();
      await until(() => /… +API token/.test(vscode.window.activeTextEditor?.document.getText() ?? ''));
      leaving.cancel();
      const text = await reported;
      assert.match(text, /OK +Connection/);
      assert.match(text, /– +End: The check was ended before it was done/);
      await person.hears(/was ended before it was done/);
    } finally {
      window.withProgress = withProgress;
      leaving.dispose();
    }
  });

  it('checks the demo account on this computer', async () => {
    await vscode.commands.executeCommand(commands.exploreDemo);
    try {
      const text = await report();
      assert.match(text, /^Connection to Pipedrive: the demo account\n/);
      assert.match(text, /OK +Connection: .*it is not encrypted/);
      assert.match(text, /This check took 9 API tokens/);
      assert.ok(!/FAULT|Not tried/.test(text), text);
      await person.hears(/^The connection to Demo works/);
    } finally {
      await vscode.commands.executeCommand(commands.signOut);
    }
  });
});
