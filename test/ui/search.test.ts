import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { Form } from './support/form.ts';
import { themes } from './support/looks.ts';

describe('The search', () => {
  const company = useCompany({ viewport: { width: 1280, height: 800 } });
  const { window } = company;
  before(() => company.signIn());
  afterEach(async () => {
    company.sandbox.clearFaults();
    // A test that failed may leave it open.
    for (let time = 0; time < 2; time++) await window().press('Escape');
  });

  const key = 'Control+Alt+p';
  const searches = () => company.sandbox.log.entries.filter(({ path }) => path.endsWith('/search'));
  const pick = () => window().quickInput;
  const open = async () => {
    // A key that is pressed while the focus goes from a form's page to the window is heard by neither.
    await until('the search was open', async () => {
      await window().press(key);
      return pick().comesUp();
    });
  };
  const titled = (part: RegExp) => until(`the title said ${part}`, async () => part.test(await pick().title()));

  it('finds a person by half an e-mail in under ten keystrokes, and the form edits it', async () => {
    company.sandbox.log.clear();
    const keys = [key, ...'tamm5@'.split(''), 'Enter'];
    assert.ok(keys.length < 10);
    for (const each of keys) {
      if (each === 'Enter') await pick().entry('tonu.tamm5@example.org').waitFor();
      await window().press(each);
      if (each === key) await pick().waitFor();
    }
    await window().tabs.waitFor('Tõnu Tamm');
    const form = new Form(window());
    await form.waitFor();
    assert.equal(searches().length, 2);
    await form.fill('job_title', 'Found By Search');
    await window().save();
    await until('it was saved', async () => (await company.stored('persons/5'))['job_title'] === 'Found By Search');
  });

  it('shows what was opened last, however it was, before anything is typed and without a request', async () => {
    const persons = await window().openView('Persons');
    await persons.row('Nils Lindström').open();
    await window().tabs.waitFor('Nils Lindström');
    await new Form(window()).waitFor();
    company.sandbox.log.clear();
    await open();
    await pick().entry('Tõnu Tamm').waitFor();
    const [first = '', second = ''] = await pick().entries();
    assert.match(first, /Nils Lindström/);
    assert.match(second, /Tõnu Tamm/);
    await window().screenshot('search-recent');
    await pick().entry('Tõnu Tamm').click();
    await until('it was in front', () => window().tabs.isActive('Tõnu Tamm'));
    assert.deepEqual(searches(), []);
  });

  it('says when there is too little to search for, and where a vain search has looked', async () => {
    await open();
    await pick().type('t');
    await pick().entry('Type at least 2 characters.').waitFor();
    await window().screenshot('search-short');
    await pick().type('zzzqqq');
    await pick().entry('Nothing found for “zzzqqq”.').waitFor();
    await window().screenshot('search-nothing');
  });

  it('turns exact matching on by its button, keeps the term and shows that it is on', async () => {
    await open();
    await pick().type('tõnu tamm');
    await pick().entry('Tõnu Tamm').waitFor();
    await pick().button('Exact Match: Off').click();
    await titled(/exact match/);
    assert.equal((await pick().content()).text, 'tõnu tamm');
    assert.equal(await pick().button('Exact Match: On').getAttribute('aria-checked'), 'true');
    await pick().entry('Tõnu Tamm').waitFor();
    await window().screenshot('search-exact');
    await pick().type('tõnu tam');
    await pick().entry('Nothing is exactly “tõnu tam”.').waitFor();
  });

  it('is turned to exact matching by the keyboard alone', async () => {
    await open();
    await pick().type('tõnu tamm');
    await pick().entry('Tõnu Tamm').waitFor();
    await until('the button had the focus', async () => {
      await window().press('Tab');
      return pick()
        .button('Exact Match: Off')
        .evaluate((button) => button === button.ownerDocument.activeElement);
    });
    await window().press('Space');
    await titled(/exact match/);
    await pick().entry('Tõnu Tamm').waitFor();
  });

  it('looks only where it is told, and remembers it', async () => {
    await open();
    await pick().button('Where to Look…').click();
    await pick().option('Custom fields').waitFor();
    await window().screenshot('search-fields');
    for (const field of ['Names', 'Phones', 'Notes', 'Custom fields', 'Codes']) await pick().choose(field);
    await pick().accept();
    await titled(/only e-mails/);
    await pick().cancel();
    await open();
    await titled(/only e-mails/);
    await pick().button('Where to Look…').click();
    await pick().choose('E-mails');
    await pick().accept();
    await until('all was searched again', async () => !/only/.test(await pick().title()));
  });

  it('searches in one organization, which the title names, and comes back with what was typed', async () => {
    await open();
    await pick().type('tamm');
    await pick().button('In an Organization…').click();
    await titled(/Search in an Organization/);
    await pick().type('casa verde');
    await pick()
      .entry(/^Casa Verde/)
      .waitFor();
    await window().screenshot('search-organizations');
    await pick()
      .entry(/^Casa Verde/)
      .click();
    await titled(/in Casa Verde/);
    assert.equal((await pick().content()).text, 'tamm');
    await pick().entry('Tõnu Tamm').waitFor();
    assert.ok((await pick().entries()).every((entry) => /Casa Verde/.test(entry)));
    await window().screenshot('search-organization');
    await pick().button('Search All Organizations Again').click();
    await until('it searched all again', async () => !/Casa Verde/.test(await pick().title()));
  });

  it('says why it failed and tries again, with the term as it was typed', async () => {
    const refusal = { kind: 'status', status: 403, body: { success: false, error: 'No.' } } as const;
    for (const path of ['/persons/search', '/products/search']) company.sandbox.fault({ fault: refusal, path });
    await open();
    await pick().type('märta');
    await pick()
      .entry(/not allowed/)
      .waitFor();
    await window().screenshot('search-failed');
    assert.equal((await pick().content()).text, 'märta');
    // What helps is chosen already.
    await window().press('Enter');
    await pick().entry('Märta Mägi').waitFor();
  });

  it('opens a result as JSON by its button', async () => {
    await open();
    await pick().type('tamm5@');
    await pick().entryAction('tonu.tamm5@example.org', 'Open as JSON');
    await pick().waitUntilGone();
    await window().page.locator('.monaco-editor .view-lines').filter({ hasText: 'Found By Search' }).waitFor();
  });

  it('shows more results, where the list goes on', async () => {
    await open();
    await pick().type('an');
    await until('there were results', async () => (await pick().entries()).length > 5);
    const active = window().page.locator('.quick-input-list .monaco-list-row.focused');
    await until('the end was in sight', async () => {
      // From the first row up to the last.
      await window().press('ArrowUp');
      return /More results/.test(await active.innerText());
    });
    await window().screenshot('search-more');
    await window().press('Enter');
    await until('a result of the next page was chosen', async () => !/More results/.test(await active.innerText()));
    assert.match(await active.innerText(), /an/i);
  });

  it('keeps results as a list in the side bar, reads them again and removes it', async () => {
    await open();
    await pick().type('tamm');
    await pick().entry('Mari Tamm').waitFor();
    await pick().button('Keep as a List').click();
    await pick().waitUntilGone();
    const persons = await window().openView('Persons');
    await persons.toStart();
    const kept = persons.row('Search: “tamm”');
    await kept.expand();
    await persons.row('Mari Tamm').waitFor();
    await window().screenshot('search-kept');
    company.sandbox.log.clear();
    await kept.action('Refresh Kept Search');
    await until('they were read again', () => company.sandbox.log.entries.some(({ query }) => query.includes('ids=')));
    await kept.action('Remove Kept Search');
    await kept.waitUntilGone();
  });

  it('is offered beside “Load more…”', async () => {
    const persons = await window().openView('Persons');
    await persons.toEnd();
    await persons.row('Load more…').action('Search…');
    await pick().waitFor();
  });

  for (const theme of themes) {
    it(`has its looks, ${theme}`, async () => {
      await window().setTheme(theme);
      await open();
      await pick().type('tamm');
      await pick().entry('Mari Tamm').waitFor();
      await window().screenshot(`search-${theme}`);
    });
  }

  it('fits into little room', async () => {
    await window().page.setViewportSize({ width: 360, height: 800 });
    await open();
    await pick().type('tamm');
    await pick().entry('Mari Tamm').waitFor();
    await window().screenshot('search-narrow');
  });
});
