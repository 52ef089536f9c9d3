import assert from 'node:assert/strict';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { until } from './harness/until.ts';
import { token, useCompany } from './support/company.ts';
import { Form, openPerson } from './support/form.ts';

describe('The API token', () => {
  const company = useCompany({ serverArgs: ['--log', 'trace'] });
  const { window } = company;
  let elsewhere: SandboxHandle;
  before(async () => {
    elsewhere = await startSandbox({ token });
  });
  after(() => elsewhere.close());

  it('goes nowhere but to Pipedrive: no redirect is followed, no log names it', async () => {
    await company.signIn('Keep me signed in');
    const form = await openPerson(window(), 'Nils Lindström');
    for (const fault of [
      { kind: 'redirect', to: `${elsewhere.url}/api/v2/persons/4` },
      { kind: 'status', status: 401, body: { success: false, error: `unauthorized access ${token}`, errorCode: 401 } },
      { kind: 'html', status: 403 },
      { kind: 'malformed' },
    ] as const) {
      company.sandbox.fault({ fault, path: '/persons/4' });
      await form.fill('name', `After ${fault.kind} ${'status' in fault ? fault.status : ''}`);
      await window().save();
      await until(`${fault.kind} was met`, () => company.sandbox.log.entries.some(({ path }) => path.endsWith('/persons/4')));
      await form.notice.waitFor();
      company.sandbox.log.clear();
      company.sandbox.clearFaults();
    }
    assert.deepEqual(elsewhere.log.entries, []);
    assert.ok(await new Form(window()).notice.innerText());
    const logs = await window().logs();
    const ours = [...logs.entries()].filter(([path]) => /pipedrive-explorer/.test(path));
    assert.ok(
      ours.some(([, text]) => text.includes('/persons/4')),
      'the log tells of the requests',
    );
    for (const [path, text] of logs) assert.ok(!text.includes(token), `${path} holds the token`);
    for (const entry of company.sandbox.log.entries) assert.ok(!`${entry.path}${entry.query}`.includes(token));
  });
});
