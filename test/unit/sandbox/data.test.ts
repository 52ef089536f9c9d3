import assert from 'node:assert/strict';
import { makeAccount, usualSize } from '../../../src/sandbox/data/account.ts';
import { customTypes } from '../../../src/sandbox/records.ts';
import { periodOf } from '../../../src/model/period.ts';
import { ids, inner, type Json, type Rig, start } from './support.ts';

describe('sandbox: the made-up company', function () {
  this.timeout(20_000);
  const clock = (): number => Date.UTC(2026, 11, 1);

  it('is the same for the same seed and another for another', () => {
    const text = (seed: number): string =>
      JSON.stringify(makeAccount(seed, usualSize, clock).persons.all(), (_, value) =>
        value instanceof Map ? [...value] : value,
      );
    assert.equal(text(1), text(1));
    assert.notEqual(text(1), text(2));
  });

  it('has the promised size and is there at once', () => {
    const before = process.cpuUsage();
    const store = makeAccount(3, usualSize, clock);
    const spent = process.cpuUsage(before).user / 1000;
    assert.equal(store.persons.size, 1_200);
    assert.equal(store.organizations.size, 60);
    assert.equal(store.deals.size, 600);
    assert.equal(store.products.size, 150);
    assert.equal(store.pipelines.size, 4);
    assert.equal(store.users.size, 8);
    assert.ok(spent < 1_000, `${spent} ms`);
  });

  it('has fields of every type, filled in, on persons and products', () => {
    const store = makeAccount(3, usualSize, clock);
    for (const entity of ['person', 'product'] as const) {
      const fields = [...store.customFields(entity).values()];
      const rows = entity === 'person' ? store.persons.all() : store.products.all();
      for (const type of customTypes) {
        const field = fields.find((one) => one.type === type);
        assert.ok(field, `${entity} ${type}`);
        const filled = rows.filter((row) => row.custom.has(field.key)).length;
        assert.ok(filled > rows.length / 10, `${entity} ${type}: ${filled} of ${rows.length}`);
      }
    }
  });

  it('has a funnel of the last weeks, on whatever day somebody looks', async () => {
    for (const moment of ['2026-11-02T08:00:00Z', '2026-12-01T00:00:00Z', '2028-02-29T23:59:59Z']) {
      const rig = await start({ clock: () => Date.parse(moment) });
      const { from, until } = periodOf('last30Days', moment.slice(0, 10));
      const told = async (name: string): Promise<Json> =>
        (await rig.get(`/v1/pipelines/1/${name}_statistics?start_date=${from}&end_date=${until}`)).data;
      const { stage_conversions: rates, won_conversion: won, lost_conversion: lost } = await told('conversion');
      const numbers = [won, lost, ...(rates as Json[]).map((one) => one['conversion_rate'])].map(Number);
      assert.ok(
        numbers.every((rate) => rate > 0 && rate < 100),
        `${moment}: ${numbers.join(', ')}`,
      );
      const { new_deals: fresh, movements_between_stages: moved } = await told('movement');
      assert.ok(Number(inner(fresh)['count']) > 10 && Number(inner(moved)['count']) > 10, moment);
      const deals = (await rig.get('/v2/deals?limit=500')).rows;
      const times = deals.flatMap((deal) =>
        ['add_time', 'update_time', 'close_time', 'stage_change_time'].map((key) => deal[key]),
      );
      assert.ok(
        times.every((time) => time === null || String(time) <= moment),
        moment,
      );
      await rig.sandbox.close();
    }
  });

  it('uses only addresses and numbers that belong to nobody', () => {
    const store = makeAccount(3, usualSize, clock);
    const mail = /@([a-z]+\.)?(example\.(com|org|net)|post\.invalid|home\.example\.org)$|@post\.invalid$/;
    const ofCountry = [
      String.raw`1 \d{3} 555 01\d\d`,
      String.raw`44 (20 7946|1\d\d 496) 0\d{3}`,
      String.raw`33 1 99 00 \d\d \d\d`,
      String.raw`49 (\(0\))?(30 23125|40 66969|221 4710|69 90009|89 99998) ?\d{3}`,
      String.raw`46 (8 465 004 |31 390 06 |40 628 04 |980 319 2)\d\d`,
      String.raw`61 2 5550 \d{4}`,
    ];
    const phone = new RegExp(String.raw`^(\+(${ofCountry.join('|')})|069 / 90009-\d{3})$`);
    for (const person of store.persons.all()) {
      for (const { value } of person.emails) assert.match(value, mail);
      for (const { value } of person.phones) assert.match(value, phone, person.name);
    }
  });

  describe('its awkward records', () => {
    let rig: Rig;
    before(async () => {
      rig = await start();
    });
    after(() => rig.sandbox.close());

    it('come out of both versions unharmed', async () => {
      const names: string[] = [];
      for (let id = 11; id <= 28; id += 1) {
        const v1 = await rig.get(`/v1/persons/${id}`);
        const v2 = await rig.get(`/v2/persons/${id}`);
        assert.equal(v1.data['name'], v2.data['name']);
        names.push(String(v1.data['name']));
      }
      assert.ok(names.includes('<img src=x onerror=alert(1)>'));
      assert.ok(names.includes('=HYPERLINK("http://example.invalid","x")'));
      assert.ok(names.some((name) => name.length === 300));
      assert.ok(names.some((name) => name.includes('\n')));
      assert.ok(names.some((name) => name.includes('\u202e')));
      assert.equal(names.filter((name) => name === 'Alex Morgan').length, 3);
    });

    it('hold a choice that is no option any more', async () => {
      const { rows } = await rig.get('/v1/personFields?limit=500');
      const segment = inner(rows.find((field) => field['name'] === 'Segment'));
      const optionIds = (options: unknown): number[] => ids(options as Json[]);
      const person = await rig.get('/v1/persons/28');
      assert.equal(person.data[String(segment['key'])], '109');
      assert.ok(optionIds(segment['options_deleted']).includes(109));
      assert.ok(!optionIds(segment['options']).includes(109));
    });

    it('include one that is deleted, which lists leave out', async () => {
      const person = await rig.get('/v2/persons/26');
      assert.equal(person.data['is_deleted'], true);
      const listed = await rig.get('/v2/persons?ids=25,26,999999');
      assert.deepEqual(ids(listed.rows), [25]);
    });
  });
});
