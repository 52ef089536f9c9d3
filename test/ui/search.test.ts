import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { Form } from './support/form.ts';

describe('The search', () => {
  const company = useCompany({ viewport: { width: 1280, height: 800 } });
  const { window } = company;
  before(() => company.signIn());

  const searches = () => company.sandbox.log.entries.filter(({ path }) => path.endsWith('/search'));
  let pressed = 0;
  const press = async (key: string) => {
    pressed++;
    await window().press(key);
  };

  it('finds a person by half an e-mail in under ten keystrokes, for its form', async () => {
    company.sandbox.log.clear();
    await press('Control+Alt+p');
    await window().quickInput.waitFor();
    await window().screenshot('search-begin');
    for (const letter of 'tamm5@') await press(letter);
    await window().quickInput.entry('Tõnu Tamm').waitFor();
    await window().screenshot('search-found');
    assert.match((await window().quickInput.entries())[0] ?? '', /Tõnu Tamm[^]*E-mail: tonu.tamm5@example.org/);
    await press('Enter');
    const form = new Form(window());
    await window().tabs.waitFor('Tõnu Tamm');
    await form.waitFor();
    assert.ok(pressed < 10, `${pressed} keys`);
    assert.equal(searches().length, 2);
    await form.fill('job_title', 'Found By Search');
    await window().save();
    await until('it was saved', async () => (await company.stored('persons/5'))['job_title'] === 'Found By Search');
  });

  it('looks around', async () => {
    await window().press('Control+Alt+p');
    await window().quickInput.waitFor();
    await until('recent', async () => (await window().quickInput.entries()).length > 0);
    await window().screenshot('search-recent');
    console.log(await window().quickInput.entries());
    for (const [name, term] of [
      ['short', 't'],
      ['an', 'an'],
      ['conv', 'conv'],
      ['nothing', 'zzzqqq'],
      ['note', 'discount'],
      ['more', 'more'],
    ] as const) {
      await window().quickInput.type(term);
      await new Promise((r) => setTimeout(r, 2500));
      await window().screenshot('search-look-' + name);
      console.log(name, (await window().quickInput.entries()).slice(0, 5), await window().quickInput.title());
    }
    await window().quickInput.type('tamm');
    await new Promise((r) => setTimeout(r, 1500));
    console.log(
      await window()
        .page.locator('.quick-input-widget')
        .innerHTML()
        .then((t) => t.slice(0, 5000)),
    );
  });
});
