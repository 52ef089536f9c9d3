import type { Activity, Deal, Person, Pipeline, Stage, StageMove } from '../records.ts';
import { day, dayOf, minute, referenceTime } from './calendar.ts';
import type { Random } from './random.ts';
import { activitySubjects, dealNouns, lostReasons, personNotes } from './words.ts';

const plan: readonly (readonly [name: string, probability: boolean, stages: readonly string[]])[] = [
  ['New business', true, ['Qualified', 'Contact made', 'Demo scheduled', 'Proposal made', 'Negotiations started']],
  ['Renewals', false, ['Due in 90 days', 'Offer sent', 'Verbal yes']],
  ['Partnerships', true, ['Idea', 'First talk', 'Contract draft', 'Signature']],
  ['Öffentliche Ausschreibungen', true, ['Gefunden', 'Unterlagen', 'Abgabe', 'Bindefrist']],
];

/** Four pipelines; the first counts its stages from 0, the others from 1, one with a gap. */
export function makePipelines(): { pipelines: Pipeline[]; stages: Stage[] } {
  const pipelines: Pipeline[] = [];
  const stages: Stage[] = [];
  for (const [index, [name, dealProbability, stageNames]] of plan.entries()) {
    const addTime = referenceTime - (1000 - index * 90) * day;
    const pipeline: Pipeline = {
      id: index + 1,
      name,
      urlTitle: index === 0 ? 'default' : name.replaceAll(' ', '-'),
      orderNr: index + 1,
      dealProbability,
      addTime,
      updateTime: index === 0 ? null : addTime + day,
      deleteTime: null,
    };
    pipelines.push(pipeline);
    for (const [n, stageName] of stageNames.entries()) {
      stages.push({
        id: stages.length + 1,
        name: stageName,
        pipelineId: pipeline.id,
        orderNr: index === 0 ? n : n + 1 + (index === 3 && n > 1 ? 3 : 0),
        dealProbability: Math.round((100 * (n + 1)) / (stageNames.length + 1)),
        rotDays: n === 1 ? 14 : null,
        addTime,
        updateTime: n === 0 ? addTime + day : null,
        deleteTime: null,
      });
    }
  }
  return { pipelines, stages };
}

const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'SEK'] as const;

/** Who sells, and until when. */
export interface Sales {
  readonly userIds: readonly number[];
  /** Whose deals are picked from: who has more deals stands there more often. */
  readonly owners: readonly number[];
  readonly morning: number;
}

/** How many days ago a deal began: half of them in the last eighth of the time, so that each month has its funnel. */
const begun = (drawn: number): number => 1 + Math.round(drawn ** 3 / 300_000);

/** A deal of a person, with its way through the stages of a pipeline until the morning. */
export function makeDeal(
  random: Random,
  id: number,
  person: Person,
  stages: readonly Stage[],
  { userIds, owners, morning }: Sales,
): Deal {
  const pipelineId = random.int(1, plan.length);
  const way = stages.filter((stage) => stage.pipelineId === pipelineId);
  const reached = random.int(1, way.length);
  let time = morning - begun(random.int(0, 399)) * day;
  const addTime = time;
  const moves: StageMove[] = [];
  for (const stage of way.slice(0, reached)) {
    if (time < morning) moves.push({ stageId: stage.id, time });
    time += random.int(1, 6) * day + random.int(0, 600) * minute;
  }
  const drawn = random.int(1, 100);
  const ending = drawn <= 40 ? 'open' : drawn <= 55 || random.chance(55) ? 'won' : 'lost';
  const status = time < morning ? ending : 'open';
  return {
    id,
    title: `${random.pick(dealNouns)} · ${person.lastName ?? person.firstName}`.replaceAll(/\s+/g, ' ').slice(0, 120),
    value: random.chance(5) ? 0 : random.int(2, 900) * 50,
    currency: random.pick(currencies),
    status,
    personId: person.id,
    orgId: person.orgId,
    pipelineId,
    stageId: moves.at(-1)?.stageId ?? 1,
    ownerId: random.pick(owners),
    creatorId: random.pick(userIds),
    visibleTo: 3,
    labelIds: [],
    probability: null,
    expectedClose: random.chance(60) ? dayOf(morning + random.int(-30, 180) * day) : null,
    lostReason: ending === 'lost' && random.chance(70) ? reasonOf(status, random.pick(lostReasons)) : null,
    closeTime: status === 'open' ? null : time,
    archiveTime: null,
    moves,
    addTime,
    updateTime: status === 'open' ? (moves.slice(1).at(-1)?.time ?? null) : time,
    deleteTime: random.chance(2) ? morning : null,
  };
}

/** Drawn for each that ends as lost; one that is still under way has none yet. */
const reasonOf = (status: Deal['status'], reason: string): string | null => (status === 'lost' ? reason : null);

/** An activity with a person, done if its day is past (mostly). */
export function makeActivity(random: Random, id: number, person: Person, { userIds, morning }: Sales): Activity {
  const type = random.pick([...activitySubjects.keys()]);
  const offset = random.int(-200, 45);
  const done = offset < 0 && random.chance(90);
  const addTime = morning + (Math.min(offset, 0) - random.int(1, 20)) * day;
  return {
    id,
    subject: random.pick(activitySubjects.get(type) ?? ['Activity']),
    type,
    done,
    doneTime: done ? morning + offset * day : null,
    dueDate: dayOf(morning + offset * day),
    dueTime: random.chance(70) ? `${String(random.int(7, 17)).padStart(2, '0')}:${random.pick(['00', '30'])}` : null,
    duration: random.chance(60) ? random.pick(['00:30', '01:00', '02:00']) : null,
    note: random.chance(30) ? random.pick(personNotes) : null,
    ownerId: random.pick(userIds),
    creatorId: userIds[0] ?? 0,
    busy: type === 'meeting',
    location: null,
    publicDescription: null,
    priority: null,
    personId: person.id,
    orgId: person.orgId,
    dealId: null,
    addTime,
    updateTime: done ? morning + offset * day : null,
    deleteTime: null,
  };
}
