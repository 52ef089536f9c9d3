import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson } from './support/form.ts';

describe('A person in two windows', () => {
  const company = useCompany();
  const { window } = company;
  const name = 'Małgorzata Żak';
  before(() => company.signIn('Keep me signed in'));

  it('has what only the other window changed taken over, and what both changed shown to choose', async () => {
    const here = window();
    const there = await here.another();
    const [mine, theirs] = [await openPerson(here, name), await openPerson(there, name)];
    company.writes();

    const nickname = theirs.named('Nickname').locator('input');
    await nickname.fill('Gosia');
    await nickname.press('Enter');
    await there.tabs.waitUntilDirty(name);
    await there.save();
    await there.tabs.waitUntilClean(name);

    await mine.fill('name', 'Małgorzata One');
    await here.save();
    await here.tabs.waitUntilClean('Małgorzata One');
    await until('it was taken over', async () => (await mine.named('Nickname').locator('input').inputValue()) === 'Gosia');

    await theirs.fill('name', 'Małgorzata Two');
    await there.save();
    await theirs.waitForState('name', 'conflict');
    const conflict = theirs.field('name');
    assert.match(await conflict.innerText(), /Małgorzata One/);
    await conflict.getByText('Keep Mine', { exact: true }).click();
    await theirs.waitForState('name', 'changed');
    await there.save();
    await there.tabs.waitUntilClean('Małgorzata Two');

    const bodies = company.writes().map(({ line, body }) => [line.split(' ')[0], Object.keys(body as object)]);
    assert.deepEqual(bodies, [
      ['PATCH', ['custom_fields']],
      ['PATCH', ['name']],
      ['PATCH', ['name']],
    ]);
  });
});
