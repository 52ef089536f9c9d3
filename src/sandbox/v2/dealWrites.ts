import { isCurrency } from '../currencies.ts';
import type { Deal } from '../records.ts';
import type { DealChange } from '../sales.ts';
import type { Store } from '../store.ts';
import { readZonedTime } from '../times.ts';
import { BodyReader } from './bodies.ts';

const keys = [
  'title',
  'owner_id',
  'person_id',
  'org_id',
  'pipeline_id',
  'stage_id',
  'value',
  'currency',
  'is_deleted',
  'is_archived',
  'archive_time',
  'status',
  'probability',
  'lost_reason',
  'visible_to',
  'close_time',
  'won_time',
  'lost_time',
  'expected_close_date',
  'label_ids',
  'custom_fields',
] as const;

/** Reads what a body of version 2 changes in a deal, or refuses it with everything that is wrong. */
export function readDealChange(store: Store, sent: unknown, before: Deal): DealChange {
  const reader = new BodyReader(sent, keys);
  const { body, problems } = reader;
  const change: DealChange = {};
  const title = reader.text('title', 255, false);
  if (typeof title === 'string' && title.trim() === '') problems.add('title', "Expected non-empty 'string'");
  else if (typeof title === 'string') change.title = title;
  readLinks(reader, store, change);
  readPlace(reader, store, before, change);
  const value = reader.number('value');
  if (value !== undefined) change.value = value;
  if (reader.has('currency')) {
    const code = body['currency'];
    if (isCurrency(code)) change.currency = code;
    else problems.add('currency', 'Invalid currency');
  }
  const visibleTo = reader.choice('visible_to', [1, 3, 5, 7]);
  if (visibleTo !== undefined) change.visibleTo = visibleTo;
  const labels = reader.ids('label_ids', () => true);
  if (labels) change.labelIds = labels;
  // Emptied by "" and not by null.
  if (body['expected_close_date'] === null) problems.add('expected_close_date', "Expected 'string'");
  else if (body['expected_close_date'] === '') change.expectedClose = null;
  else {
    const day = reader.day('expected_close_date');
    if (day !== undefined) change.expectedClose = day;
  }
  if (body['probability'] === null) change.probability = null;
  else {
    const probability = reader.number('probability');
    if (probability !== undefined) change.probability = probability;
  }
  readEnd(reader, store, before, change);
  reader.customFields();
  problems.check();
  return change;
}

function readLinks(reader: BodyReader, store: Store, change: DealChange): void {
  const ownerId = reader.id('owner_id', 'User', (id) => store.users.get(id) !== undefined);
  if (ownerId !== undefined) change.ownerId = ownerId;
  const personId = reader.idOrNull('person_id', 'Person', (id) => store.persons.get(id)?.deleteTime === null);
  if (personId !== undefined) change.personId = personId;
  const orgId = reader.idOrNull('org_id', 'Organization', (id) => store.organizations.get(id)?.deleteTime === null);
  if (orgId !== undefined) change.orgId = orgId;
}

function readPlace(reader: BodyReader, store: Store, before: Deal, change: DealChange): void {
  const pipelineId = reader.id('pipeline_id', 'Pipeline', (id) => store.pipelines.get(id)?.deleteTime === null);
  if (pipelineId !== undefined) change.pipelineId = pipelineId;
  const stageId = reader.id('stage_id', 'Stage', (id) => store.stages.get(id)?.deleteTime === null);
  if (stageId === undefined) return;
  if (pipelineId !== undefined && store.stages.get(stageId)?.pipelineId !== pipelineId) {
    reader.problems.add('stage_id', 'Stage does not belong to the pipeline');
  }
  if (stageId !== before.stageId) change.stageId = stageId;
}

function readEnd(reader: BodyReader, store: Store, before: Deal, change: DealChange): void {
  const status = reader.choice('status', ['open', 'won', 'lost'] as const);
  if (status) change.status = status;
  const reason = reader.text('lost_reason', 150, true);
  if (reason !== undefined) change.lostReason = reason;
  if (reason && (status ?? before.status) !== 'lost') reader.problems.add('lost_reason', 'Allowed for lost deals only');
  for (const key of ['close_time', 'won_time', 'lost_time']) {
    const text = reader.text(key, 40, true);
    const time = typeof text === 'string' ? readZonedTime(text) : null;
    if (time === undefined) reader.problems.add(key, 'Expected a time in RFC3339 format');
    else if (typeof time === 'number') change.closeTime = time;
  }
  const deleted = reader.flag('is_deleted');
  if (deleted !== undefined) change.deleteTime = deleted ? (before.deleteTime ?? store.now()) : null;
  const archived = reader.flag('is_archived');
  if (archived !== undefined) change.archiveTime = archived ? (before.archiveTime ?? store.now()) : null;
  reader.text('archive_time', 40, true);
  if (before.archiveTime !== null && archived !== false) reader.problems.add('is_archived', 'Archived deals cannot be changed');
}
