import type { Store } from '../store.ts';
import type { ActivityChange } from '../todos.ts';
import { type Body, BodyReader } from './bodies.ts';

const keys = [
  'subject',
  'type',
  'owner_id',
  'deal_id',
  'lead_id',
  'person_id',
  'org_id',
  'project_id',
  'due_date',
  'due_time',
  'duration',
  'busy',
  'done',
  'location',
  'participants',
  'attendees',
  'public_description',
  'priority',
  'note',
] as const;

/** Reads what a body of version 2 sets on an activity. Its person is the primary participant. */
export function readActivityChange(store: Store, sent: unknown): ActivityChange {
  const reader = new BodyReader(sent, keys);
  const change: ActivityChange = {};
  const subject = reader.text('subject', 255, false);
  if (typeof subject === 'string' && subject.trim() !== '') change.subject = subject;
  const type = reader.text('type', 64, false);
  if (typeof type === 'string') change.type = type;
  const ownerId = reader.id('owner_id', 'User', (id) => store.users.get(id) !== undefined);
  if (ownerId !== undefined) change.ownerId = ownerId;
  const dealId = reader.idOrNull('deal_id', 'Deal', (id) => store.deals.get(id) !== undefined);
  if (dealId !== undefined) change.dealId = dealId;
  const orgId = reader.idOrNull('org_id', 'Organization', (id) => store.organizations.get(id) !== undefined);
  if (orgId !== undefined) change.orgId = orgId;
  if (reader.has('person_id')) reader.problems.add('person_id', 'Parameter is read-only, use participants');
  const day = reader.day('due_date');
  if (typeof day === 'string') change.dueDate = day;
  for (const [key, name] of [
    ['due_time', 'dueTime'],
    ['duration', 'duration'],
    ['note', 'note'],
    ['public_description', 'publicDescription'],
  ] as const) {
    const text = reader.text(key, 65_535, true);
    if (text !== undefined) change[name] = text;
  }
  const busy = reader.flag('busy');
  if (busy !== undefined) change.busy = busy;
  const done = reader.flag('done');
  if (done !== undefined) change.done = done;
  const priority = reader.number('priority');
  if (priority !== undefined) change.priority = priority;
  readLocation(reader, change);
  readParticipants(reader, store, change);
  reader.problems.check();
  return change;
}

function readLocation(reader: BodyReader, change: ActivityChange): void {
  const sent = reader.body['location'];
  if (sent === undefined) return;
  const value = typeof sent === 'object' && sent !== null ? (sent as Body)['value'] : undefined;
  if (sent === null) change.location = null;
  else if (typeof value === 'string') change.location = value;
  else reader.problems.add('location', "Expected 'object'");
}

function readParticipants(reader: BodyReader, store: Store, change: ActivityChange): void {
  const sent = reader.body['participants'];
  if (sent === undefined) return;
  if (!Array.isArray(sent)) return reader.problems.add('participants', "Expected 'array'");
  const rows = sent as Body[];
  const ids = rows.map((row) => row['person_id']);
  const strange = ids.find((id) => typeof id !== 'number' || !store.persons.get(id));
  if (strange !== undefined) return reader.problems.add('participants', `Person ${String(strange)} not found or not accessible.`);
  const first = rows.find((row) => row['primary'] === true) ?? rows[0];
  change.personId = (first?.['person_id'] as number | undefined) ?? null;
}
