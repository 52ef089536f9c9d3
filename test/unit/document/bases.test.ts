import assert from 'node:assert/strict';
import './support/world.ts';

const { Uri } = await import('vscode');
const { Bases } = await import('../../../src/surfaces/document/bases.ts');

/** What survives a reload of one window. */
function memento() {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

describe('the bases of two windows', () => {
  it('are each window’s own, also when an account signs out', async () => {
    const storage = Uri.from({ scheme: 'file', path: '/storage' });
    const [one, two] = [new Bases(storage, memento() as never), new Bases(storage, memento() as never)];
    const uri = Uri.from({ scheme: 'pipedrive', path: '/acme/persons/42.record' });
    const other = Uri.from({ scheme: 'pipedrive', path: '/acme/persons/43.record' });
    const kept = (name: string) => ({ version: 7, base: { id: 42, values: { name }, names: {}, extras: {} } });
    await one.keep(uri, kept('one'));
    await one.keep(other, kept('other'));
    await two.keep(uri, kept('two'));
    await one.forgetAccount(Uri.from({ scheme: 'pipedrive', path: '/acme' }), [other]);
    assert.equal(await one.find(uri), undefined);
    assert.equal((await one.find(other))?.base.values['name'], 'other');
    assert.equal((await two.find(uri))?.base.values['name'], 'two');
  });
});
