import assert from 'node:assert/strict';
import dns from 'node:dns';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority, openssl } from '../../../scripts/test/authority.mjs';
import { PipedriveError } from '../../../src/api/errors.ts';
import type { Api } from '../../../src/api/types.ts';
import { openTunnel, type Tunnel } from '../../support/tunnel.ts';
import { skipFor } from '../skip.ts';
import { apiOn } from './server.ts';

/** Each kind of call, and how often it is tried where a name is not found: a creation never twice. */
const actions: ReadonlyArray<readonly [name: string, run: (api: Api) => Promise<unknown>, tries: number]> = [
  ['a read', (api) => api.records('person').get(1), 3],
  ['a creation', (api) => api.records('person').create({ name: 'x' }), 1],
  ['an update', (api) => api.records('person').update(1, { name: 'x' }), 3],
  // It reads the fields first, and gets no further.
  ['a merge', (api) => api.merge(1, 2), 3],
];

async function failure(run: Promise<unknown>): Promise<PipedriveError> {
  const thrown: unknown = await run.catch((reason: unknown) => reason);
  assert.ok(PipedriveError.is(thrown), String(thrown));
  return thrown;
}

describe('a connection that does not come about', function () {
  this.timeout(20_000);

  describe('because nobody knows the name', () => {
    const { lookup } = dns;
    const { NO_PROXY: passedBy } = process.env;
    before(() => {
      // A proxy of this machine's would be asked in the place of the name.
      process.env.NO_PROXY = '*';
      const unknown = (...args: unknown[]): void => {
        const done = args.at(-1) as (error: Error) => void;
        process.nextTick(() => done(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })));
      };
      dns.lookup = unknown as unknown as typeof lookup;
    });
    after(() => {
      dns.lookup = lookup;
      if (passedBy === undefined) delete process.env.NO_PROXY;
      else process.env.NO_PROXY = passedBy;
    });

    for (const [name, run, tries] of actions) {
      it(`ends ${name} in a sentence about the name`, async () => {
        const { api, lines } = apiOn({ url: 'https://acme.pipedrive.com' });
        const met = await failure(run(api));
        assert.equal(met.fault, 'unreachable');
        assert.match(met.message, /address was not found.*company domain/);
        assert.equal(lines.filter((line) => line.includes('failed: unreachable')).length, tries);
        api.dispose();
      });
    }
  });

  describe('because the certificate is nobody’s', () => {
    let folder: string;
    let site: Tunnel;
    let asked = 0;
    before(async function () {
      folder = await mkdtemp(join(tmpdir(), 'untrusted-'));
      if (!(await makeAuthority(folder))) skipFor(this, `there is no ${openssl} to make certificates with`);
      site = await openTunnel(folder, (_, response) => {
        asked += 1;
        response.end();
      });
    });
    after(async () => {
      site?.close();
      await rm(folder, { recursive: true });
    });

    for (const [name, run] of actions) {
      it(`ends ${name} in a sentence about certificates, tried once`, async () => {
        const { api, lines } = apiOn({ url: `https://127.0.0.1:${site.sitePort}` });
        const met = await failure(run(api));
        assert.equal(met.fault, 'unreachable');
        assert.match(met.message, /certificate.*http\.systemCertificates/);
        assert.equal(lines.filter((line) => line.includes('failed: unreachable')).length, 1);
        assert.equal(asked, 0);
        api.dispose();
      });
    }
  });
});
