import assert from 'node:assert/strict';
import { person } from '../../../src/kinds/person/index.ts';
import './support/world.ts';

const { Uri } = await import('vscode');
const { parseAddress } = await import('../../../src/surfaces/document/address.ts');

describe('the address of a record', () => {
  const id = (path: string, more: object = {}) => {
    const address = parseAddress(Uri.from({ scheme: 'pipedrive', path, ...more }));
    return address && 'id' in address ? address.id : undefined;
  };

  it('names it by its number, or a field by its key', () => {
    assert.equal(id('/acme/persons/42.record'), 42);
    assert.equal(id(`/acme/personFields/${'0a'.repeat(20)}.record`), '0a'.repeat(20));
    assert.equal(id('/acme/personFields/visible_to.record'), 'visible_to');
    const draft = parseAddress(Uri.from({ scheme: 'pipedrive', path: '/acme/persons/new-1234.record' }));
    assert.deepEqual(draft, { accountId: 'acme', kind: person, draft: 'new-1234' });
  });

  for (const odd of ['9007199254740993', '0042', '0', '..', 'name', '1e3', '-1', '42 '])
    it(`is none for ${odd}`, () => assert.equal(id(`/acme/persons/${odd}.record`), undefined));

  it('has no other spelling of the same record', () => {
    for (const more of [{ query: 'a' }, { fragment: 'a' }, { authority: 'a' }])
      assert.equal(id('/acme/persons/42.record', more), undefined);
  });
});
