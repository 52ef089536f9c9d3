import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Shelves } from '../../../src/account/shelf.ts';

describe('What is kept of an account', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const values = async (shelf: ReturnType<Shelves['shelf']>, accountId: string) =>
    (await shelf.all(accountId)).map(({ value }) => value);

  it('is given back, the latest first, also to another window', async () => {
    const shelf = new Shelves(folder).shelf('saves', 10);
    const one = await shelf.add('acme', { name: 'one' });
    await shelf.add('acme', { name: 'two' });
    const elsewhere = new Shelves(folder).shelf('saves', 10);
    assert.deepEqual(await values(elsewhere, 'acme'), [{ name: 'two' }, { name: 'one' }]);
    assert.deepEqual(await elsewhere.get('acme', one), { name: 'one' });
    assert.deepEqual(await values(elsewhere, 'other'), []);
  });

  it('loses the oldest once there is too much', async () => {
    const shelf = new Shelves(folder).shelf('saves', 2);
    const first = await shelf.add('acme', 1);
    for (const value of [2, 3]) {
      await shelf.add('acme', value);
    }
    assert.deepEqual(await values(shelf, 'acme'), [3, 2]);
    assert.equal(await shelf.get('acme', first), undefined);
  });

  it('is gone with the account, and with it alone', async () => {
    const shelves = new Shelves(folder);
    const shelf = shelves.shelf('saves', 10);
    await shelf.add('acme', 1);
    await shelf.add('acme.two', 2);
    await shelves.forgetAccount('acme');
    assert.deepEqual(await values(shelf, 'acme'), []);
    assert.deepEqual(await values(shelf, 'acme.two'), [2]);
  });

  it('stays inside its folder, whatever the account is called', async () => {
    const shelf = new Shelves(folder).shelf('saves', 10);
    for (const odd of ['..', '../..', 'a/b', '.']) await shelf.add(odd, odd);
    assert.deepEqual(await readdir(folder), ['kept']);
    assert.equal((await readdir(join(folder, 'kept'))).length, 4);
  });

  it('is passed over where a file of it cannot be read', async () => {
    const shelf = new Shelves(folder).shelf('saves', 10);
    const id = await shelf.add('acme', 1);
    await writeFile(join(folder, 'kept', 'acme', 'saves', `${id}.json`), '{');
    await shelf.add('acme', 2);
    assert.deepEqual(await values(shelf, 'acme'), [2]);
  });
});

describe('An account that is being forgotten', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps nothing of what was being put on its shelves, before or meanwhile', async () => {
    const shelves = new Shelves(folder);
    const shelf = shelves.shelf('saves', 10);
    for (let n = 0; n < 20; n += 1) {
      const adding = [shelf.add('acme', n), shelf.add('acme', n)];
      const forgetting = shelves.forgetAccount('acme');
      await Promise.all([...adding, shelf.add('acme', n), forgetting]);
      assert.deepEqual(await readdir(join(folder, 'kept')), []);
    }
    await shelf.add('acme', 'again');
    assert.equal((await shelf.all('acme')).length, 1);
  });

  it('is put nothing on its shelves while what was begun before is waited for', async () => {
    const shelves = new Shelves(folder);
    const shelf = shelves.shelf('saves', 10);
    const large = shelf.add('acme', 'x'.repeat(20_000_000));
    const forgetting = shelves.forgetAccount('acme');
    const late = await shelf.add('acme', 'late');
    assert.equal(await shelf.get('acme', late), undefined);
    await Promise.all([large, forgetting]);
    assert.deepEqual(await readdir(join(folder, 'kept')), []);
  });

  it('is put nothing on its shelves once it is forgotten, by whoever looked for it before', async () => {
    const known = new Set(['acme']);
    const shelves = new Shelves(folder, (accountId) => known.has(accountId));
    const shelf = shelves.shelf('opened', 10);
    await shelf.add('acme', 'before');
    known.delete('acme');
    await shelves.forgetAccount('acme');
    await shelf.add('acme', 'late');
    assert.deepEqual(await readdir(join(folder, 'kept')), []);
  });
});
