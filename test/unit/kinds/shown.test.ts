import assert from 'node:assert/strict';
import { createApi } from '../../../src/api/index.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { changed, type Change } from '../../../src/kinds/listed/change.ts';
import { queryOf, readShown, type Shown, usualShown } from '../../../src/kinds/listed/shown.ts';
import { listed as persons } from '../../../src/kinds/person/listed.ts';
import { listed as products } from '../../../src/kinds/product/listed.ts';

const log = { debug: () => undefined, warn: () => undefined };
const apiOf = (version: ApiVersion) => createApi({ baseUrl: 'http://127.0.0.1:1', token: 'x', version: () => version, log });
const [v1, v2] = [apiOf('v1'), apiOf('v2')];

const owner = { query: { owner_id: 7 }, label: 'Ann' };
const saved = { query: { filter_id: 3 }, label: 'Hot' };
const letter = { query: { first_char: 'a' }, label: 'A' };
const lately = { query: { updated_since: '2026-01-01T00:00:00Z' }, label: 'since 2026-01-01' };
const usual = usualShown(persons);
const after = (shown: Shown, change: Change, api = v2) => {
  const served = changed(persons, api, shown, change);
  assert.ok(served);
  return served;
};

describe('How a list is shown', () => {
  after(usual, { group: 'none' });

  it('says who serves it where the chosen version does not', () => {
    assert.equal(after(usual, { sort: 'changed' }).other, undefined);
    assert.equal(after(usual, { sort: 'name' }).other, 'v1');
    assert.equal(after(usual, { sort: 'name' }, v1).other, undefined);
    assert.equal(after(usual, { group: 'letter' }).other, 'v1');
    assert.equal(after(usual, { group: 'organization' }, v1).other, 'v2');
    assert.equal(after(usual, { filter: 'changed', chosen: lately }, v1).other, undefined);
  });

  it('ends what cannot be had together, and nothing more', () => {
    const byName = { ...usual, sort: 'name' };
    assert.deepEqual(after(byName, { group: 'organization' }).ends, ['name']);
    assert.deepEqual(after(byName, { filter: 'owner', chosen: owner }).ends, []);
    const lettered = { ...usual, group: 'letter', sort: 'changed' };
    const within = after(lettered, { filter: 'changed', chosen: lately });
    assert.deepEqual(within.ends, ['changed']);
    assert.equal(within.shown.group, 'letter');
    assert.deepEqual(after({ ...lettered, filters: { changed: lately } }, { sort: 'name' }).ends, ['letter', 'changed']);
  });

  it('lets a saved filter stand in for the owner, and the other way', () => {
    const owned = { ...usual, filters: { owner, letter } };
    const filtered = after(owned, { filter: 'saved', chosen: saved });
    assert.deepEqual([Object.keys(filtered.shown.filters), filtered.ends], [['letter', 'saved'], ['owner']]);
    assert.deepEqual(Object.keys(after(filtered.shown, { filter: 'owner', chosen: owner }).shown.filters), ['letter', 'owner']);
    assert.deepEqual(after({ ...usual, filters: { saved } }, { group: 'owner' }).ends, ['saved']);
    assert.equal(after({ ...usual, group: 'owner' }, { filter: 'saved', chosen: saved }).shown.group, 'none');
  });

  it('does not filter by what it is grouped by', () => {
    assert.deepEqual(after({ ...usual, filters: { owner } }, { group: 'owner' }).shown.filters, {});
    assert.equal(after({ ...usual, group: 'letter' }, { filter: 'letter', chosen: letter }).shown.group, 'none');
  });

  it('takes a choice back', () => {
    const narrowed = { ...usual, group: 'letter', filters: { owner } };
    assert.deepEqual(after(narrowed, { filter: 'owner', chosen: undefined }).shown, { ...usual, group: 'letter' });
    assert.deepEqual(after({ ...usual, sort: 'name' }, { sort: undefined }).shown, usual);
  });

  it('asks for what was chosen', () => {
    assert.deepEqual(queryOf(persons, { ...usual, sort: 'name', filters: { owner, letter } }), {
      ...{ sort_by: 'name', sort_direction: 'asc', owner_id: 7, first_char: 'a' },
    });
    assert.deepEqual(queryOf(undefined, usual), {});
  });

  it('reads what was kept, and passes over what is not offered', () => {
    const kept = { group: 'owner', sort: 'name', filters: { letter }, own: ['ž'] };
    assert.deepEqual(readShown(persons, kept), kept);
    for (const nothing of [undefined, null, 7, 'x', [], { group: 'label', sort: 'size', filters: { shoe: letter }, own: 7 }]) {
      assert.deepEqual(readShown(persons, nothing), usual);
    }
    // A filter asks for what is its own alone.
    const stray = { owner: { query: { owner_id: 7, limit: 1, api_token: 'x' }, label: 'Ann' } };
    assert.deepEqual(readShown(persons, { filters: stray }).filters, { owner });
    assert.deepEqual(readShown(products, { filters: { changed: lately } }).filters, {});
  });
});
