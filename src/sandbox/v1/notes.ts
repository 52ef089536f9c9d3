import type { Note } from '../attachments.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { User } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime, readPlainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { type Body, isTrue, readBody, readFlag, readId, text } from './bodies.ts';
import { pathId, sortRows } from './lists.ts';

const pins = ['deal', 'person', 'organization'] as const;
/** What notes hang on elsewhere; the company here has none of it. */
const absent = ['lead', 'project', 'task'] as const;

export function showNote(store: Store, note: Note, viewer: User): Record<string, unknown> {
  const author = store.users.get(note.userId);
  const pinned = Object.fromEntries(pins.map((pin) => [`pinned_to_${pin}_flag`, note.pinnedTo.includes(pin)]));
  return {
    id: note.id,
    user_id: note.userId,
    deal_id: note.dealId,
    person_id: note.personId,
    org_id: note.orgId,
    lead_id: null,
    project_id: null,
    task_id: null,
    content: note.content,
    add_time: plainTime(note.addTime),
    update_time: plainTime(note.updateTime ?? note.addTime),
    active_flag: note.deleteTime === null,
    ...pinned,
    pinned_to_lead_flag: false,
    pinned_to_project_flag: false,
    pinned_to_task_flag: false,
    last_update_user_id: note.lastUpdateUserId,
    organization: orNull(note.orgId, (id) => ({ name: store.organizations.get(id)?.name ?? null })),
    person: orNull(note.personId, (id) => ({ name: store.persons.get(id)?.name ?? null })),
    deal: orNull(note.dealId, (id) => ({ title: store.deals.get(id)?.title ?? null })),
    lead: null,
    user: author && { email: author.email, name: author.name, icon_url: null, is_you: author.id === viewer.id },
  };
}

const columns: Readonly<Record<string, (note: Note) => string | number | null>> = {
  id: (note) => note.id,
  user_id: (note) => note.userId,
  deal_id: (note) => note.dealId,
  person_id: (note) => note.personId,
  org_id: (note) => note.orgId,
  content: (note) => note.content,
  add_time: (note) => note.addTime,
  update_time: (note) => note.updateTime ?? note.addTime,
};

function list({ store, query, user }: Call): Answer {
  const wanted = (name: string, value: number | null): boolean => !query.get(name) || Number(query.get(name)) === value;
  const pinned = (pin: (typeof pins)[number] | (typeof absent)[number], note: Note): boolean => {
    const asked = query.get(`pinned_to_${pin}_flag`);
    return !asked || isTrue(asked) === note.pinnedTo.some((one) => one === pin);
  };
  const since = readPlainTime(query.get('start_date') ?? '');
  const until = readPlainTime(`${query.get('end_date') ?? ''} 23:59:59`);
  const changed = readPlainTime(query.get('updated_since') ?? '');
  const kept = store.notes
    .all()
    .filter(
      (note) =>
        note.deleteTime === null &&
        wanted('user_id', note.userId) &&
        wanted('person_id', note.personId) &&
        wanted('org_id', note.orgId) &&
        wanted('deal_id', note.dealId) &&
        absent.every((kind) => !query.get(`${kind}_id`)) &&
        [...pins, ...absent].every((pin) => pinned(pin, note)) &&
        (changed === undefined || (note.updateTime ?? note.addTime) >= changed) &&
        (since === undefined || note.addTime >= since) &&
        (until === undefined || note.addTime <= until),
    );
  return listAnswer(
    pageOf(
      sortRows(kept, query.get('sort'), (key) => columns[key]),
      query,
    ),
    (note) => showNote(store, note, user),
  );
}

function found(call: Call): Note {
  const note = call.store.notes.get(pathId(call));
  if (!note || note.deleteTime !== null) throw refuseV1(404, 'Note not found');
  return note;
}

/** The record a note belongs to, as the body names it; absent keys are left alone. */
function readLinks(store: Store, body: Body): Partial<Pick<Note, 'personId' | 'orgId' | 'dealId'>> {
  const links: Partial<Pick<Note, 'personId' | 'orgId' | 'dealId'>> = {};
  for (const [key, name, table] of [
    ['person_id', 'personId', store.persons],
    ['org_id', 'orgId', store.organizations],
    ['deal_id', 'dealId', store.deals],
  ] as const) {
    const id = key in body ? readId(body[key]) : undefined;
    if (typeof id === 'number' && !table.get(id)) throw refuseV1(404, `${key} not found`);
    if (id !== undefined) links[name] = id;
  }
  return links;
}

function readPins(body: Body, before: Note['pinnedTo']): Note['pinnedTo'] {
  return pins.filter((pin) => readFlag(body, `pinned_to_${pin}_flag`) ?? before.includes(pin));
}

function create({ store, user, body: sent }: Call): Answer {
  const body = readBody(sent);
  const content = text(body, 'content');
  if (!content) throw refuseV1(400, 'Content must be given.');
  const links = { personId: null, orgId: null, dealId: null, ...readLinks(store, body) };
  if (Object.values(links).every((id) => id === null)) {
    throw refuseV1(400, 'At least one of the following must be given: deal_id, person_id, org_id, lead_id, project_id');
  }
  const addTime = readPlainTime(text(body, 'add_time') ?? '') ?? store.now();
  const userId = readId(body['user_id']) ?? user.id;
  const note = store.notes.put({
    id: store.notes.nextId(),
    content,
    userId,
    ...links,
    pinnedTo: readPins(body, []),
    lastUpdateUserId: null,
    addTime,
    updateTime: addTime,
    deleteTime: null,
  });
  return answer(showNote(store, note, user));
}

function update(call: Call): Answer {
  const { store, user } = call;
  const body = readBody(call.body);
  const before = found(call);
  const content = text(body, 'content');
  if (content === null) throw refuseV1(400, 'Content must be given.');
  const note = store.notes.put({
    ...before,
    ...(content === undefined ? {} : { content }),
    ...readLinks(store, body),
    pinnedTo: readPins(body, before.pinnedTo),
    lastUpdateUserId: user.id,
    updateTime: store.now(),
  });
  return answer(showNote(store, note, user));
}

function remove(call: Call): Answer {
  call.store.notes.put({ ...found(call), deleteTime: call.store.now() });
  return answer(true);
}

export const noteOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/notes', run: list },
  { version: 'v1', method: 'POST', path: '/notes', run: create },
  { version: 'v1', method: 'GET', path: '/notes/:id', run: (call) => answer(showNote(call.store, found(call), call.user)) },
  { version: 'v1', method: 'PUT', path: '/notes/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/notes/:id', run: remove },
];
