import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { Form, openPerson } from './support/form.ts';
import { Merge, openMerge } from './support/merge.ts';

describe('Merging two persons', () => {
  // A folder, because an empty window restores only what is unsaved.
  const company = useCompany({ folder: true });
  const { window } = company;
  const [kept, removed] = ['Nils Lindström', 'Tõnu Tamm'] as const;
  let merge: Merge;
  before(async () => {
    await company.sandbox.asColleague('PATCH', '/api/v2/persons/4', { job_title: 'Buyer', birthday: null });
    await company.sandbox.asColleague('PATCH', '/api/v2/persons/5', { job_title: 'Head of Buying', birthday: '1980-05-06' });
    for (let twin = 0; twin < 2; twin++) await company.sandbox.asColleague('POST', '/api/v2/persons', { name: 'Same Twin' });
    await company.signIn('Keep me signed in');
  });
  const lastWrites = () => company.writes().filter(({ line }) => line.includes('/persons/'));

  /** The editor comes back by itself; on a busy machine that takes its time. */
  const restored = async () => {
    await window().reload('Developer: Reload Window');
    merge = new Merge(window());
    await until('the merge was shown again', () => merge.main.isVisible(), 60_000);
  };

  it('shows two selected ones side by side: what survives, what moves and what is lost', async () => {
    merge = await openMerge(window(), kept, removed);
    await until('it was drawn', async () => (await merge.title) === `Keep “${kept}”, remove “${removed}”`);
    assert.match(await merge.row('job_title').innerText(), /Buyer[^]*Survives[^]*Head of Buying[^]*Will be lost/);
    assert.match(await merge.row('birthday').innerText(), /May 6, 1980[^]*Moves over/);
    assert.match(await merge.row('emails').innerText(), /Is added/);
    assert.match(await merge.sum.innerText(), /values are lost · 43 API tokens/);
    await window().screenshot('merge');
  });

  it('turns round and back, and forgets the ticks that meant the other', async () => {
    await merge.tick('job_title').check();
    await merge.action('turn').click();
    await until('it was turned', async () => (await merge.title).startsWith(`Keep “${removed}”`));
    assert.equal(await merge.tick('job_title').isChecked(), false);
    await merge.action('turn').click();
    await until('it was turned back', async () => (await merge.title).startsWith(`Keep “${kept}”`));
  });

  it('keeps a value that is ticked by the keyboard, also over a reload', async function () {
    this.timeout(120_000);
    await merge.tick('job_title').focus();
    await window().press('Space');
    await until('the tick was taken', async () => /48 API tokens/.test(await merge.sum.innerText()));
    assert.match(await merge.row('job_title').innerText(), /Buyer[^]*Will be lost[^]*Head of Buying[^]*Moves over/);
    await restored();
    await merge.waitFor();
    await until('the tick was there again', () => merge.tick('job_title').isChecked());
    await until('the direction was, too', async () => (await merge.title) === `Keep “${kept}”, remove “${removed}”`);
  });

  it('shows what a colleague changed while the question stood, and sends nothing', async () => {
    company.writes();
    await merge.action('merge').click();
    assert.match(await window().dialog.text(), new RegExp(`Keep “${kept}”, remove “${removed}”\\?`));
    await window().screenshot('merge-question');
    await company.colleague('persons/5', { birthday: '1980-05-07' });
    await window().dialog.click('Merge');
    await merge.notice.waitFor();
    assert.match(await merge.notice.innerText(), /a colleague changed “Birthday” of “Tõnu Tamm”/);
    assert.match(await merge.row('birthday').innerText(), /May 7, 1980/);
    await window().screenshot('merge-stale');
    assert.deepEqual(lastWrites(), []);
  });

  it('merges by the keyboard after one question, and the tree follows', async () => {
    await openPerson(window(), removed);
    await window().tabs.open(`Merge ${removed} into ${kept}`);
    await merge.waitFor();
    company.writes();
    await merge.action('merge').focus();
    await window().press('Enter');
    await window().dialog.text();
    await window().dialog.click('Merge');
    await merge.waitFor('done');
    await window().screenshot('merge-done');
    assert.deepEqual(lastWrites(), [
      { line: 'PATCH /api/v2/persons/4', body: { job_title: 'Head of Buying' } },
      { line: 'PUT /api/v1/persons/5/merge', body: { merge_with_id: 4 } },
    ]);
    const persons = await window().openView('Persons');
    await persons.row(removed).waitUntilGone();
    await until(
      'the survivor was selected',
      async () => (await persons.row(kept).locator.getAttribute('aria-selected')) === 'true',
    );
    await until('the removed one’s editor was closed', async () => !(await window().tabs.titles()).includes(removed));
    const { job_title: title, birthday } = await company.stored('persons/4');
    assert.deepEqual([title, birthday], ['Head of Buying', '1980-05-07']);
  });

  it('still says so after a reload, and begins the removed one anew', async function () {
    this.timeout(120_000);
    await restored();
    await merge.waitFor('done');
    await merge.action('rebuild').click();
    const form = new Form(window());
    await form.waitFor();
    await window().tabs.waitUntilDirty(removed);
    assert.equal(await form.input('job_title').inputValue(), 'Head of Buying');
    await window().screenshot('merge-rebuilt');
  });

  it('leaves unsaved edits of the removed one, struck through, with the way to create it anew', async () => {
    const [one, other] = ['Märta Åkesson', 'Luís dos Santos'] as const;
    const form = await openPerson(window(), other);
    await form.fill('name', 'Luís Unsaved');
    await window().tabs.waitUntilDirty('Luís Unsaved');
    merge = await openMerge(window(), one, other);
    await merge.notice.waitFor();
    assert.match(await merge.notice.innerText(), /unsaved edits, which are not merged/);
    await window().screenshot('merge-unsaved');
    await merge.action('merge').click();
    await window().dialog.text();
    await window().dialog.click('Merge');
    await merge.waitFor('done');
    await window().tabs.open('Luís Unsaved');
    await form.waitFor();
    assert.match(await form.notice.innerText(), /merged into “Märta Åkesson”/);
    await window().screenshot('merge-struck-through');
    await form.notice.getByText('Create It Anew').click();
    await until(
      'a draft with the edits was there',
      async () => (await window().tabs.titles()).filter((title) => title === 'Luís Unsaved').length === 2,
    );
  });

  it('tells where the merge was refused, and where one is gone', async () => {
    merge = await openMerge(window(), '李 磊', '高橋 大輔');
    const refusal = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;
    company.sandbox.fault({ fault: refusal, method: 'PUT', path: '/persons/*/merge' });
    await merge.action('merge').click();
    await window().dialog.text();
    await window().dialog.click('Merge');
    await merge.notice.waitFor();
    assert.match(await merge.notice.innerText(), /Nothing was merged.*not allowed/);
    await window().screenshot('merge-refused');
    company.sandbox.fault({ fault: { kind: 'drop', when: 'before' }, method: 'PUT', path: '/persons/*/merge' });
    company.sandbox.fault({ fault: refusal, method: 'GET', path: '/persons/*', skip: 2 });
    await merge.action('merge').click();
    await window().dialog.text();
    await window().dialog.click('Merge');
    await merge.waitFor('unknown');
    await window().screenshot('merge-unknown');
    await merge.action('findOut').click();
    await merge.waitFor();
    assert.match(await merge.notice.innerText(), /the merge was not done/);
    await company.sandbox.asColleague('DELETE', '/api/v2/persons/2');
    await merge.action('merge').click();
    await window().dialog.text();
    await window().dialog.click('Merge');
    await merge.waitFor('blocked');
    assert.match(await merge.main.innerText(), /“高橋 大輔” is no longer there/);
    await window().screenshot('merge-gone');
  });

  it('is found from the palette by two names, and tells two alike apart', async () => {
    await window().runCommand('Pipedrive: Merge Persons…');
    for (const question of ['Which one do you want to keep?', 'Which one becomes part of “Same Twin” and is removed?']) {
      await window().page.getByPlaceholder(question).waitFor();
      await window().quickInput.type('Same Twin');
      await window().quickInput.choose('Same Twin');
    }
    merge = new Merge(window());
    await until('both were told apart', async () =>
      /^Keep “Same Twin” \(\d+\), remove “Same Twin” \(\d+\)$/.test(await merge.title),
    );
    assert.match(await merge.main.innerText(), /same values in all fields/);
    await window().screenshot('merge-alike');
  });
});
