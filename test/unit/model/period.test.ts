import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparedTo, dayOf, isDay, periodOf, presets, type Preset } from '../../../src/model/period.ts';

const dayMs = 86_400_000;
const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const anyDay = fc
  .integer({ min: Date.UTC(1990, 0, 1) / dayMs, max: Date.UTC(2090, 0, 1) / dayMs })
  .map((days) => text(days * dayMs));

describe('a period', () => {
  const at = (today: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      presets.map((preset) => {
        const { from, until } = periodOf(preset, today);
        return [preset, `${from} ${until}`];
      }),
    );

  it('is reckoned over the end of a year', () => {
    assert.deepEqual(at('2026-01-01'), {
      last30Days: '2025-12-03 2026-01-01',
      thisMonth: '2026-01-01 2026-01-31',
      lastMonth: '2025-12-01 2025-12-31',
      thisQuarter: '2026-01-01 2026-03-31',
      lastQuarter: '2025-10-01 2025-12-31',
      thisYear: '2026-01-01 2026-12-31',
      lastYear: '2025-01-01 2025-12-31',
    });
    assert.equal(at('2025-12-31')['thisQuarter'], '2025-10-01 2025-12-31');
    assert.equal(at('2025-12-31')['thisMonth'], '2025-12-01 2025-12-31');
  });

  it('knows leap days', () => {
    assert.equal(at('2028-02-29')['thisMonth'], '2028-02-01 2028-02-29');
    assert.equal(at('2028-03-31')['lastMonth'], '2028-02-01 2028-02-29');
    assert.equal(at('2027-03-31')['lastMonth'], '2027-02-01 2027-02-28');
    assert.equal(at('2028-03-29')['last30Days'], '2028-02-29 2028-03-29');
    assert.equal(at('2100-03-01')['lastMonth'], '2100-02-01 2100-02-28');
  });

  it('that is named holds today, or ends the day before one that does', () => {
    const follows: Readonly<Partial<Record<Preset, Preset>>> = {
      lastMonth: 'thisMonth',
      lastQuarter: 'thisQuarter',
      lastYear: 'thisYear',
    };
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...presets), (today, preset) => {
        const { from, until } = periodOf(preset, today);
        assert.ok(isDay(from) && isDay(until) && from <= until);
        const next = follows[preset];
        if (!next) return assert.ok(from <= today && today <= until);
        assert.equal(text(Date.parse(until) + dayMs), periodOf(next, today).from);
      }),
    );
  });

  it('is held against as many whole months, else as many days, right before it', () => {
    const before = (from: string, until: string) => comparedTo('before', { from, until });
    assert.deepEqual(before('2026-03-01', '2026-03-31'), { from: '2026-02-01', until: '2026-02-28' });
    assert.deepEqual(before('2026-01-01', '2026-03-31'), { from: '2025-10-01', until: '2025-12-31' });
    assert.deepEqual(before('2026-01-01', '2026-12-31'), { from: '2025-01-01', until: '2025-12-31' });
    assert.deepEqual(before('2026-03-01', '2026-03-30'), { from: '2026-01-30', until: '2026-02-28' });
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800 }), (from, more) => {
        const until = text(Date.parse(from) + more * dayMs);
        const found = comparedTo('before', { from, until });
        assert.equal(found && text(Date.parse(found.until) + dayMs), from);
      }),
    );
  });

  it('is held against the same days a year before, where a whole February stays whole', () => {
    const before = (from: string, until: string) => comparedTo('yearBefore', { from, until });
    assert.deepEqual(before('2028-02-01', '2028-02-29'), { from: '2027-02-01', until: '2027-02-28' });
    assert.deepEqual(before('2029-02-01', '2029-02-28'), { from: '2028-02-01', until: '2028-02-29' });
    assert.deepEqual(before('2028-02-29', '2028-03-15'), { from: '2027-02-28', until: '2027-03-15' });
    assert.deepEqual(before('2026-01-01', '2026-12-31'), { from: '2025-01-01', until: '2025-12-31' });
    assert.equal(comparedTo('none', { from: '2026-01-01', until: '2026-12-31' }), undefined);
  });

  it('is held against any other days where they are given', () => {
    const other = { from: '2024-05-03', until: '2024-05-09' };
    assert.deepEqual(comparedTo('own', { from: '2026-01-01', until: '2026-12-31' }, other), other);
    assert.equal(comparedTo('own', { from: '2026-01-01', until: '2026-12-31' }), undefined);
  });

  it('takes only days that the calendar has', () => {
    for (const day of ['2028-02-29', '2026-12-31']) assert.ok(isDay(day), day);
    for (const day of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0000-01-01', '', 7, undefined, '2026-01-01x']) {
      assert.ok(!isDay(day), String(day));
    }
    assert.equal(dayOf(new Date(2026, 0, 1, 0, 0, 1)), '2026-01-01');
    assert.equal(dayOf(new Date(2025, 11, 31, 23, 59, 59)), '2025-12-31');
  });
});
