import assert from 'node:assert/strict';
import { DoublesFinder, pairAnew } from '../../../src/model/doubles/finder.ts';
import { fold } from '../../../src/model/doubles/folding.ts';
import { usualLimits } from '../../../src/model/doubles/limits.ts';
import { phoneFolding } from '../../../src/model/doubles/phone.ts';
import type { Folded, Row } from '../../../src/model/doubles/row.ts';
import { madeSet, pairKey, strangers } from './madeSet.ts';

const foldPhone = phoneFolding('DE');
const folded = (given: Partial<Row> & Pick<Row, 'id'>): Folded =>
  fold({ name: '', emails: [], phones: [], filled: 1, added: '', ...given }, foldPhone);

function finderOf(rows: Iterable<Row>, limits = usualLimits): DoublesFinder {
  const finder = new DoublesFinder(limits);
  for (const row of rows) finder.add(fold(row, foldPhone));
  return finder;
}

const twins = (one: Partial<Row>, other: Partial<Row>) =>
  finderOf(
    [one, other].map((row, place) => ({ id: place + 1, name: '', emails: [], phones: [], filled: 1, added: '', ...row })),
  ).found().pairs;
const reasons = (one: Partial<Row>, other: Partial<Row>) =>
  twins(one, other).flatMap(({ reasons: why }) => why.map(({ sort, text }) => (text === '' ? sort : `${sort} ${text}`)));

describe('Possible doubles', function () {
  this.timeout(60_000);

  it('are found in a made set, nearly all of them and little else', () => {
    const { rows, known, misses } = madeSet(4_000, 20);
    const { pairs } = finderOf(rows).found();
    const scores = new Map(pairs.map(({ survivor, absorbed, score }) => [pairKey(survivor.id, absorbed.id), score]));
    // Two strangers may have one name: that is no mistake, and none of the set's doing.
    const found = [...scores.keys()].filter((key) => known.has(key) || key.split(' ').some((id) => Number(id) > 4_000));
    const right = (keys: readonly string[]): number => keys.filter((key) => known.has(key)).length;
    const likely = found.filter((key) => (scores.get(key) ?? 0) >= 50);
    const recall = right(found) / known.size;
    const precision = right(found) / found.length;
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    process.stdout.write(
      `      ${known.size} doubles and ${misses.size} near-misses among ${rows.length}: recall ${percent(recall)}, ` +
        `precision ${percent(precision)}, from 50 points on ${percent(right(likely) / likely.length)}; ` +
        `${scores.size - found.length} pairs of strangers with one name\n`,
    );
    const lost = [...known].filter(([key]) => !scores.has(key)).map(([, how]) => how);
    const wrong = found.filter((key) => !known.has(key)).map((key) => misses.get(key) ?? key);
    assert.ok(recall >= 0.9, `lost: ${[...new Set(lost)].join(', ')}`);
    assert.ok(precision >= 0.95, `wrong: ${[...new Set(wrong)].slice(0, 20).join(', ')}`);
  });

  it('are told with their reasons, the likeliest first', () => {
    const jane = { name: 'Jane Doe', emails: ['jane@acme.example'], phones: ['030 23125 001'], organization: 7 };
    assert.deepEqual(reasons(jane, { ...jane, name: 'Doe, Jane', phones: ['+49 (0)30 23125001'] }), [
      'email jane@acme.example',
      'phone +493023125001',
      'name doe jane',
      'organization',
    ]);
    const { pairs } = finderOf([
      { id: 1, filled: 1, added: '', ...jane },
      { id: 2, filled: 1, added: '', name: 'Jayne Doe', emails: [], phones: [] },
      { id: 3, filled: 1, added: '', name: 'J. D.', emails: ['JANE@acme.example'], phones: [] },
      { id: 4, filled: 1, added: '', name: 'Jane Doe', emails: ['jane@acme.example'], phones: [] },
    ]).found();
    assert.deepEqual(pairs.map(({ survivor, absorbed }) => pairKey(survivor.id, absorbed.id))[0], '1 4');
    const scores = pairs.map(({ score }) => score);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
    assert.ok(scores.every((score) => score >= 1 && score <= 100));
  });

  it('say little where a mailbox is nobody’s own, or names are of a single word', () => {
    const score = (one: Partial<Row>, other: Partial<Row>) => twins(one, other)[0]?.score ?? 0;
    const info = { emails: ['info@acme.example'] };
    const own = { emails: ['jane.doe@acme.example'] };
    assert.ok(
      score({ name: 'Jane Doe', ...info }, { name: 'Jan Roe', ...info }) <
        score({ name: 'Jane Doe', ...own }, { name: 'Jan Roe', ...own }),
    );
    assert.ok(score({ name: 'Sarah' }, { name: 'sarah' }) < score({ name: 'Sarah Lee' }, { name: 'sarah lee' }));
    assert.ok(score({ name: 'A B', phones: ['030 231250'] }, { name: 'C D', phones: ['030 231250'] }) < 50);
  });

  it('are none where only the organization is the same, or nothing is known', () => {
    assert.deepEqual(reasons({ name: 'Jane Doe', organization: 7 }, { name: 'Max Roe', organization: 7 }), []);
    assert.deepEqual(reasons({}, {}), []);
    assert.deepEqual(reasons({ name: '🦄' }, { name: '***' }), []);
    assert.deepEqual(reasons({ phones: ['n/a'] }, { phones: ['n/a'] }), []);
  });

  it('keep the one with more values, else the older, else of the smaller number', () => {
    const kept = (one: Partial<Row>, other: Partial<Row>) =>
      twins({ name: 'Jane Doe', ...one }, { name: 'Jane Doe', ...other })[0]?.survivor.id;
    assert.equal(kept({ filled: 3 }, { filled: 4 }), 2);
    assert.equal(kept({ added: '2026-02-01' }, { added: '2026-01-01' }), 2);
    assert.equal(kept({}, {}), 1);
  });

  it('are not made of what too many share, which is told instead', () => {
    const crowd = (count: number): Row[] =>
      Array.from({ length: count }, (_, place) => ({
        ...{ id: place + 1, filled: 1, added: '', organization: 1 },
        name: 'Test',
        emails: ['info@acme.example'],
        phones: ['030 231250'],
      }));
    const few = finderOf(crowd(20));
    assert.equal(few.found().total, 190);
    const many = finderOf(crowd(500));
    assert.ok(many.compared <= 500 * 20, String(many.compared));
    const { pairs, crowds } = many.found();
    assert.deepEqual(pairs, []);
    assert.deepEqual(
      crowds.map(({ sort, text, count }) => `${sort} ${text} ${count}`),
      ['email info@acme.example 500', 'phone +4930231250 500', 'name test 500'],
    );
  });

  it('are kept to the likeliest, and counted all', () => {
    const rows = Array.from({ length: 100 }, (_, place): Row => {
      const [one, half] = [place % 2, Math.floor(place / 2)];
      const email = half < 5 ? [`both${half}@acme.example`] : [];
      return { id: place + 1, name: `Same${half}name Family${half}`, emails: email, phones: [], filled: one, added: '' };
    });
    const { pairs, total } = finderOf(rows, { crowd: 20, pairs: 10 }).found();
    assert.equal(total, 50);
    assert.equal(pairs.length, 10);
    assert.equal(pairs.filter(({ reasons: why }) => why.some(({ sort }) => sort === 'email')).length, 5);
  });

  it('pass over a record that comes twice', () => {
    const row = { id: 1, name: 'Jane Doe', emails: [], phones: [], filled: 1, added: '' };
    const finder = finderOf([row, row]);
    assert.equal(finder.read, 1);
    assert.deepEqual(finder.found().pairs, []);
  });

  it('stand or fall with a change of one', () => {
    const [pair] = twins(
      { name: 'Jane Doe', emails: ['jane@acme.example'] },
      { name: 'Jane Doe', emails: ['jane@acme.example'] },
    );
    assert.ok(pair);
    const renamed = pairAnew(pair, folded({ id: 2, name: 'Somebody Else', emails: ['jane@acme.example'] }));
    assert.deepEqual(
      renamed?.reasons.map(({ sort }) => sort),
      ['email'],
    );
    assert.equal(renamed?.absorbed.name, 'Somebody Else');
    assert.equal(pairAnew(pair, folded({ id: 2, name: 'Somebody Else' })), undefined);
  });

  it('take a number of comparisons that grows with the records and no faster', () => {
    const each = [10_000, 100_000].map((count) => {
      const finder = finderOf(strangers(count));
      return finder.compared / count;
    });
    const [small = 0, large = 0] = each;
    process.stdout.write(`      comparisons a record: ${small.toFixed(2)} of 10,000, ${large.toFixed(2)} of 100,000\n`);
    // All with all would be 50,000 a record.
    assert.ok(large <= 1, String(large));
  });

  it('take so many comparisons a record at most, also where all share everything', () => {
    const count = 20_000;
    const rows = function* (group: number): Generator<Row> {
      for (let id = 1; id <= count; id += 1) {
        const of = Math.floor(id / group);
        const name = `Family${'abcdefghij'.charAt(of % 10)}lastname ${'klmnopqrst'.charAt(id % 10)}firstname`;
        yield { id, name, emails: [`${of}@acme.example`], phones: [`+49 30 ${20_000_000 + of}`], filled: 1, added: '' };
      }
    };
    for (const group of [20, 500]) {
      const { compared } = finderOf(rows(group));
      assert.ok(compared <= 3 * usualLimits.crowd * count, `${compared / count} a record, in groups of ${group}`);
    }
  });
});
