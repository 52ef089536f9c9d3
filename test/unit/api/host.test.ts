import assert from 'node:assert/strict';
import { PipedriveError } from '../../../src/api/errors.ts';
import { allowedOrigin, companyDomain } from '../../../src/api/host.ts';
import { createApi } from '../../../src/api/index.ts';

const refused = [
  'https://pipedrive.com',
  'https://pipedrive.com.evil.test',
  'https://acme.pipedrive.com.evil.test',
  'https://evilpipedrive.com',
  'https://acme.evilpipedrive.com',
  'https://pipedrive.com@evil.test',
  'https://acme.pipedrive.com@evil.test',
  'https://acme.pipedrive.com:pw@evil.test/',
  'https://user@acme.pipedrive.com',
  'https://evil.test/acme.pipedrive.com',
  'https://evil.test#acme.pipedrive.com',
  'https://evil.test?.pipedrive.com',
  'https://evil.test\\.pipedrive.com',
  'https:\\\\acme.pipedrive.com',
  'https://acme.pipedrive.com\\@evil.test',
  'https://acme.pipedrive.com.',
  'https://acme..pipedrive.com',
  'https://.pipedrive.com',
  'https://a.b.pipedrive.com',
  'https://-acme.pipedrive.com',
  'https://acme_.pipedrive.com',
  'https://xn--pple-43d.pipedrive.com',
  'https://acme.xn--pipedrve-m2a.com',
  'https://acme.pipedrıve.com',
  'https://acme。pipedrive。com',
  'https://acme.pipedrive．com',
  'https://acme.pipedrive.com/api',
  'https://acme.pipedrive.com/?x',
  'https://acme.pipedrive.com:8443',
  'https://acme.pipedrive.com\n.evil.test',
  'https://acme\t.pipedrive.com',
  ' https://acme.pipedrive.com',
  'http://acme.pipedrive.com',
  'ftp://acme.pipedrive.com',
  'javascript:alert(1)//acme.pipedrive.com',
  'https://acme.pipedrive.co',
  'https://acme.pipedrive.com.co',
  'http://127.0.0.1.evil.test',
  'http://localhost.evil.test',
  'http://evil.test@127.0.0.1',
  'http://2130706433',
  'http://127.1',
  'http://0x7f.0.0.1',
  'http://128.0.0.1',
  'http://0.0.0.0:80',
  'http://192.168.0.1',
  'http://[::]',
  'http://[::ffff:127.0.0.1]',
  'http://localhost.',
  'acme.pipedrive.com',
  '',
];

const allowed = [
  ['https://acme.pipedrive.com', 'https://acme.pipedrive.com'],
  ['https://acme.pipedrive.com/', 'https://acme.pipedrive.com'],
  ['https://acme.pipedrive.com:443', 'https://acme.pipedrive.com'],
  ['https://ACME.Pipedrive.COM', 'https://acme.pipedrive.com'],
  ['https://acme-2.pipedrive.com', 'https://acme-2.pipedrive.com'],
  ['https://api.pipedrive.com', 'https://api.pipedrive.com'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.8.9.1:1', 'http://127.8.9.1:1'],
  ['https://localhost:8443', 'https://localhost:8443'],
  ['http://localhost', 'http://localhost'],
  ['http://[::1]:9000', 'http://[::1]:9000'],
] as const;

describe('hosts the token may go to', () => {
  for (const url of refused) {
    it(`refuses ${JSON.stringify(url)}`, () => {
      assert.throws(
        () => allowedOrigin(url),
        (error) => PipedriveError.is(error, 'invalid'),
      );
    });
  }
  for (const [url, origin] of allowed) {
    it(`takes ${url}`, () => assert.equal(allowedOrigin(url), origin));
  }

  it('refuses to build an API on another host', () => {
    const log = { debug: () => undefined, warn: () => undefined };
    const options = { baseUrl: 'https://acme.pipedrive.com.evil.test', token: 'abc', version: () => 'v2' as const, log };
    assert.throws(
      () => createApi(options),
      (error) => PipedriveError.is(error, 'invalid'),
    );
  });
});

describe('company domains as people type them', () => {
  for (const typed of [
    'acme',
    ' acme ',
    'Acme',
    'acme.pipedrive.com',
    'https://acme.pipedrive.com',
    'https://acme.pipedrive.com/persons/list?x=1',
    'http://acme.pipedrive.com/',
    'acme.pipedrive.com/settings',
  ]) {
    it(`reads ${JSON.stringify(typed)}`, () => assert.equal(companyDomain(typed), 'acme'));
  }
  for (const typed of [
    '',
    'acme.com',
    'a.b.pipedrive.com',
    'acme.pipedrive.com.evil.test',
    'acme pipedrive',
    'acme@evil.test',
    'https://user@acme.pipedrive.com',
    'xn--pple-43d',
    '-acme',
    'ácme',
    'api.pipedrive.com',
    'app',
    'pipedrive.com',
  ]) {
    it(`refuses ${JSON.stringify(typed)}`, () => {
      assert.throws(
        () => companyDomain(typed),
        (error) => PipedriveError.is(error, 'invalid'),
      );
    });
  }
});
