import assert from 'node:assert/strict';
import fc from 'fast-check';
import { kinds } from '../../../src/kinds/index.ts';
import { extensionId } from '../../../src/ids/index.ts';
import './support/world.ts';

const { deepLink, parseDeepLink } = await import('../../../src/surfaces/document/deepLink.ts');
const { parseAddress, recordUri } = await import('../../../src/surfaces/document/address.ts');

const parse = (path: string, more: { query?: string; fragment?: string } = {}) =>
  parseDeepLink({ path, query: '', fragment: '', ...more });

describe('a deep link', () => {
  it('names a record of each kind, and reads back as it was written', () => {
    for (const kind of kinds) {
      for (const accountId of ['acme', 'acme-2', 'demo', 'demo.pipedrive.com']) {
        const address = { accountId, kind, id: 42 };
        const link = deepLink('vscode', address);
        assert.equal(link, `vscode://${extensionId}/${accountId}/${kind.folder}/42`);
        assert.deepEqual(parse(new URL(link).pathname), address);
      }
    }
  });

  for (const odd of [
    ...['', '/', '/acme', '/acme/persons', '/acme/persons/', '/acme/persons/42/', '/acme/persons/42/edit', 'acme/persons/42'],
    ...['/acme/nothing/42', '/acme/constructor/42', '/acme/__proto__/42', '/acme/persons/new-1', '/acme/persons/42.record'],
    ...['/Acme/persons/42', '/acme./persons/42', '/-acme/persons/42', '/acme@evil.example/persons/42', '/../persons/42'],
    ...['/acme/persons/..', '/acme/persons/0', '/acme/persons/-1', '/acme/persons/1e9', '/acme/persons/9007199254740993'],
    ...['/acme\u202e/persons/42', '/acme/persons/42\n', '//acme/persons/42', `/${'a'.repeat(64)}/persons/42`],
  ])
    it(`is none where it says ${JSON.stringify(odd)}`, () => assert.equal(parse(odd), undefined));

  it('is none with anything behind the record', () => {
    assert.equal(parse('/acme/persons/42', { query: 'save=1' }), undefined);
    assert.equal(parse('/acme/persons/42', { fragment: 'x' }), undefined);
  });

  it('whatever is thrown at it, is none or the address of one document, spelled as that is', () => {
    const part = fc.oneof(
      fc.constantFrom('acme', 'demo', 'persons', 'personFields', 'products', '42', '..', '%2e%2e', '', 'new-1', '__proto__'),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-z0-9.-]{1,70}$/),
      fc.nat().map(String),
    );
    const path = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
    );
    let found = 0;
    const check = (text: string) => {
      const address = parse(text);
      if (!address) return;
      found++;
      const { accountId, kind, id } = address;
      assert.equal(text, `/${accountId}/${kind.folder}/${id}`);
      assert.match(accountId, /^[a-z0-9-]+$|^demo\.pipedrive\.com$/);
      assert.deepEqual(parseAddress(recordUri(accountId, kind, id)), address);
    };
    fc.assert(fc.property(path, check), { numRuns: 5000 });
    const near = fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,8}$/), fc.constantFrom('persons', 'products'), fc.nat());
    fc.assert(fc.property(near, ([account, folder, id]) => check(`/${account}/${folder}/${id}`)));
    assert.ok(found > 10);
  });
});
