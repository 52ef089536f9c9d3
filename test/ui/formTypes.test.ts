import assert from 'node:assert/strict';
import { until } from './harness/until.ts';
import { useCompany } from './support/company.ts';
import { openPerson, type Form } from './support/form.ts';

interface Described {
  readonly field_name: string;
  readonly field_type: string;
  readonly field_code: string;
}

describe('The form, a field of every type', () => {
  const company = useCompany();
  const { window } = company;
  const id = 4;
  const name = 'Nils Lindström';
  let form: Form;
  let fields: readonly Described[];
  const codeOf = (label: string) => {
    const code = fields.find((field) => field.field_name === label)?.field_code;
    assert.ok(code);
    return code;
  };
  before(async () => {
    await company.signIn();
    const { body } = await company.sandbox.asColleague('GET', '/api/v2/personFields?limit=500');
    fields = (body as { data: readonly Described[] }).data;
    await company.colleague(`persons/${id}`, {
      custom_fields: {
        [codeOf('Best time to call')]: { value: '09:15:00', timezone_name: 'Europe/Tallinn' },
        [codeOf('Delivery address')]: { value: 'Storgatan 1, Stockholm', locality: 'Stockholm', country: 'Sweden' },
        [codeOf('Emergency phone')]: '+46 8 465 004 09',
      },
    });
    form = await openPerson(window(), name);
  });
  afterEach(() => company.sandbox.clearFaults());

  /** Saves, and gives what was sent for the custom field. */
  async function saved(label: string): Promise<unknown> {
    await window().tabs.waitUntilDirty(name);
    company.writes();
    await window().save();
    await window().tabs.waitUntilClean(name);
    const [update, ...more] = company.writes();
    assert.equal(update?.line, `PATCH /api/v2/persons/${id}`);
    assert.equal(more.length, 0);
    const { custom_fields: custom, ...standard } = update.body as { custom_fields: Record<string, unknown> };
    assert.deepEqual(standard, {});
    assert.deepEqual(Object.keys(custom), [codeOf(label)]);
    return custom[codeOf(label)];
  }

  const boxes = (label: string) => form.named(label).locator('input');

  for (const [label, text, sent] of [
    ['Nickname', 'Nisse', 'Nisse'],
    ['Customer number', 'C-0042', 'C-0042'],
    ['Satisfaction score', '8.5', 8.5],
    ['Customer since', '2024-02-29', '2024-02-29'],
  ] as const) {
    it(`saves ${label}`, async () => {
      await boxes(label).fill(text);
      await boxes(label).press('Enter');
      assert.equal(await saved(label), sent);
    });
  }

  it('saves text of several lines', async () => {
    await form.named('Background').locator('textarea').fill('One\nTwo');
    await form.named('Background').locator('textarea').press('Tab');
    assert.equal(await saved('Background'), 'One\nTwo');
  });

  it('saves an amount, in a currency of the account’s list', async () => {
    const label = 'Credit limit';
    const [amount, currency] = [boxes(label).nth(0), boxes(label).nth(1)];
    const lists = () => company.sandbox.log.entries.filter(({ path }) => path === '/api/v1/currencies').length;
    assert.equal(lists(), 0);
    await amount.fill('1250.5');
    // Coming there selects what stands in it; VS Code's own Ctrl+A would come some time later.
    await currency.focus();
    await window().page.keyboard.type('eu');
    await form.named(label).getByRole('option', { name: /^EUR/ }).waitFor();
    assert.equal(lists(), 1);
    await window().screenshot('currencies');
    await window().page.keyboard.press('Enter');
    assert.equal(await currency.inputValue(), 'EUR');
    await window().page.keyboard.press('Tab');
    assert.deepEqual(await saved(label), { value: 1250.5, currency: 'EUR' });
  });

  it('keeps a half-typed amount, and refuses the save with a sentence', async () => {
    const label = 'Credit limit';
    const amount = boxes(label).first();
    await amount.fill('12,x');
    company.writes();
    await window().save();
    await window().notifications.waitFor(/Not a number/);
    await form
      .named(label)
      .getByText(/Not a number/)
      .first()
      .waitFor();
    assert.equal(await amount.inputValue(), '12,x');
    assert.deepEqual(company.writes(), []);
    await amount.fill('1300');
    await amount.press('Enter');
    assert.deepEqual(await saved(label), { value: 1300, currency: 'EUR' });
  });

  it('clears an amount', async () => {
    await boxes('Credit limit').first().fill('');
    await boxes('Credit limit').first().press('Enter');
    assert.equal(await saved('Credit limit'), null);
  });

  it('saves two dates once both are there, and not the second before the first', async () => {
    const label = 'Contract period';
    const [from, until_] = [boxes(label).nth(0), boxes(label).nth(1)];
    await from.fill('2026-05-01');
    await from.press('Enter');
    await boxes('Nickname').focus();
    await form.named(label).getByText('Give both dates, or neither.').waitFor();
    await until_.fill('2026-04-01');
    await boxes('Nickname').focus();
    await form.named(label).getByText('It ends before it begins.').waitFor();
    assert.equal(await window().tabs.isDirty(name), false);
    await until_.fill('2027-04-30');
    await until_.press('Enter');
    assert.deepEqual(await saved(label), { value: '2026-05-01', until: '2027-04-30' });
  });

  it('saves a time of day, which keeps its zone', async () => {
    const label = 'Best time to call';
    await form.named(label).getByText('Europe/Tallinn').waitFor();
    await boxes(label).fill('10:45');
    await boxes(label).press('Enter');
    assert.deepEqual(await saved(label), { value: '10:45:00', timezone_name: 'Europe/Tallinn' });
  });

  it('saves two times of day', async () => {
    const label = 'Office hours';
    await boxes(label).nth(0).fill('09:00');
    await boxes(label).nth(1).fill('17:30');
    await boxes(label).nth(1).press('Enter');
    assert.deepEqual(await saved(label), { value: '09:00:00', until: '17:30:00' });
  });

  it('saves an address as a line, without the parts that were found in the one before', async () => {
    const label = 'Delivery address';
    await form.named(label).getByText('Stockholm', { exact: true }).waitFor();
    await window().screenshot('person-types-dark');
    await boxes(label).fill('Pikk 1, Tallinn');
    await form.named(label).getByText('Stockholm', { exact: true }).waitFor({ state: 'detached' });
    await boxes(label).press('Enter');
    assert.deepEqual(await saved(label), { value: 'Pikk 1, Tallinn' });
  });

  it('saves one of the field’s options, and several', async () => {
    await form.named('Segment').locator('select').selectOption('102');
    assert.equal(await saved('Segment'), 102);
    const interests = form.named('Interests');
    await interests.locator('input').click();
    await interests.getByRole('option', { name: 'Energy' }).click();
    assert.deepEqual(await saved('Interests'), [123, 122]);
    await interests.locator('input').press('Escape');
  });

  it('says that Pipedrive cannot be reached, and leaves the organization as it is', async () => {
    const label = 'Parent company';
    const input = boxes(label);
    const before = await input.inputValue();
    company.sandbox.fault({ path: '/organizations/search', fault: { kind: 'drop', when: 'before' }, times: 20 });
    await input.fill('Unreachable');
    const sentence = form.named(label).locator('.status.failed');
    await sentence.waitFor();
    assert.match(await sentence.innerText(), /Pipedrive (could not|cannot) be reached|connection/i);
    await window().screenshot('search-failed');
    await input.press('Escape');
    await sentence.waitFor({ state: 'detached' });
    assert.equal(await input.inputValue(), before);
    assert.equal(await window().tabs.isDirty(name), false);
  });

  it('shows what came as text in the place of a list as that text, so that nothing is picked over it', async () => {
    const { body } = await company.sandbox.asColleague('GET', '/api/v2/persons/5');
    const { data } = body as { data: { readonly name: string; readonly custom_fields: object } };
    const odd = { emails: 'odd@example.org', custom_fields: { ...data.custom_fields, [codeOf('Interests')]: '122,123' } };
    const answer = { success: true, data: { ...data, ...odd } };
    company.sandbox.fault({ method: 'GET', path: '/persons/5', fault: { kind: 'status', status: 200, body: answer } });
    const other = await openPerson(window(), data.name);
    assert.equal(await other.input('emails').inputValue(), 'odd@example.org');
    assert.equal(await other.named('Interests').locator('input').inputValue(), '122,123');
    form = await openPerson(window(), name);
  });

  it('calls nothing that is no number', async () => {
    await boxes('Emergency phone').fill('javascript:alert(1)');
    assert.equal(await form.named('Emergency phone').getByRole('button', { name: /^Call/ }).count(), 0);
    await boxes('Emergency phone').fill('+46 8 465 004 10');
    await boxes('Emergency phone').press('Enter');
    assert.equal(await saved('Emergency phone'), '+46 8 465 004 10');
  });

  // Last: from then on the browser asks, in a box of its own, which program to open, and takes the keys for that.
  it('calls a number and writes to an address, as the document has them', async () => {
    const devtools = await window().page.context().newCDPSession(window().page);
    await devtools.send('Page.enable');
    const opened: string[] = [];
    devtools.on('Page.frameRequestedNavigation', ({ url }) => opened.push(url));
    await form.named('Emergency phone').getByRole('button', { name: 'Call +46 8 465 004 10' }).click();
    await until('the number was called', () => opened.includes('tel:+46846500410'));
    await form.field('emails').getByRole('button', { name: 'Write to nils.lindstrom@home.example.org' }).click();
    await until('the address was opened', () => opened.includes('mailto:nils.lindstrom@home.example.org'));
    await devtools.detach();
  });
});
