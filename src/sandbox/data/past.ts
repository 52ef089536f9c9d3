import { describeDeal, describePerson } from '../describe.ts';
import type { Change, Past } from '../history.ts';
import type { Deal, Person } from '../records.ts';
import { minute } from './calendar.ts';
import { Random } from './random.ts';
import { jobTitles } from './words.ts';

/** What a value was before it became what it is, for the fields whose changes are made up. */
function earlier(random: Random, key: string, after: string | null): string | null {
  if (key === 'job_title') return random.pick(jobTitles);
  // Who moves house or firm has another address; some had none.
  if (key === 'email') return after?.replace(/@[^,]+/, '@before.example.net') ?? null;
  if (key === 'phone' && random.chance(60))
    return after?.split(', ')[0]?.replace(/\d(?=\D*$)/, (digit) => String(9 - Number(digit))) ?? null;
  if (key === 'visible_to') return '7';
  return null;
}

const changeable = ['phone', 'email', 'job_title', 'org_id', 'label', 'birthday'] as const;

/** A few changes of a person, the last of them at the time of its last change. */
function pastOfPerson(person: Person): Change[] {
  if (person.updateTime === null) return [];
  const random = new Random(person.id * 2_654_435 + 11);
  const values = describePerson(person);
  const keys = changeable.filter((key) => values.get(key) != null && random.chance(45));
  if (keys.length === 0) keys.push('email');
  const span = person.updateTime - person.addTime;
  return keys.flatMap((key, n): Change[] => {
    const after = values.get(key) ?? null;
    const before = earlier(random, key, after);
    if (before === after) return [];
    const time = person.addTime + Math.floor((span * (n + 1)) / keys.length / minute) * minute;
    return [{ id: person.id * 100 + n, key, before, after, userId: person.ownerId, time, source: 'app' }];
  });
}

/** A deal's way through its stages and to its end. */
function pastOfDeal(deal: Deal): Change[] {
  const common = { userId: deal.ownerId, source: 'app' } as const;
  const changes: Change[] = deal.moves.slice(1).map((move, n) => ({
    ...common,
    id: deal.id * 100 + n,
    key: 'stage_id',
    before: String(deal.moves[n]?.stageId),
    after: String(move.stageId),
    time: move.time,
  }));
  const status = describeDeal(deal).get('status') ?? null;
  if (deal.closeTime !== null) {
    changes.push({ ...common, id: deal.id * 100 + 99, key: 'status', before: 'open', after: status, time: deal.closeTime });
  }
  return changes;
}

/** The history of the made-up records. */
export const past: Past = { person: pastOfPerson, deal: pastOfDeal };
