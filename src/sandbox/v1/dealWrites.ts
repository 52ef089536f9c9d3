import type { User } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import type { DealChange } from '../sales.ts';
import type { Store } from '../store.ts';
import { isDay } from '../times.ts';
import { isTrue, readBody, readId, readNumber, text } from './bodies.ts';

/** Reads what an update changes; a stage brings its pipeline along. */
export function readDealChange(store: Store, user: User, sent: unknown): DealChange {
  const body = readBody(sent);
  const change: DealChange = {};
  const title = text(body, 'title');
  if (title) change.title = title;
  const value = readNumber(body, 'value');
  if (value !== undefined) change.value = value;
  const currency = text(body, 'currency');
  if (currency) change.currency = currency;
  const stageId = readNumber(body, 'stage_id');
  if (stageId !== undefined && !store.stages.get(stageId)) throw refuseV1(400, 'Stage not found');
  if (stageId !== undefined) change.stageId = stageId;
  const pipelineId = readNumber(body, 'pipeline_id');
  if (pipelineId !== undefined && !store.pipelines.get(pipelineId)) throw refuseV1(400, 'Pipeline not found');
  if (pipelineId !== undefined) change.pipelineId = pipelineId;
  const ownerId = 'user_id' in body ? (readId(body['user_id']) ?? user.id) : undefined;
  if (ownerId !== undefined) change.ownerId = ownerId;
  for (const [key, name] of [
    ['person_id', 'personId'],
    ['org_id', 'orgId'],
  ] as const) {
    const id = key in body ? readId(body[key]) : undefined;
    if (id !== undefined) change[name] = id;
  }
  const status = text(body, 'status');
  if (status === 'deleted') change.deleteTime = store.now();
  else if (status === 'open' || status === 'won' || status === 'lost') change.status = status;
  else if (status) throw refuseV1(400, 'Invalid status');
  const reason = text(body, 'lost_reason');
  if (reason !== undefined) change.lostReason = reason;
  const closing = text(body, 'expected_close_date');
  if (closing === null || (closing && isDay(closing))) change.expectedClose = closing;
  const probability = readNumber(body, 'probability');
  if (probability !== undefined) change.probability = probability;
  if ('is_archived' in body) change.archiveTime = isTrue(body['is_archived']) ? store.now() : null;
  if (['1', '3', '5', '7'].includes(String(body['visible_to']))) change.visibleTo = Number(body['visible_to']);
  const labels = body['label'];
  if (Array.isArray(labels)) change.labelIds = labels.map(Number).filter(Number.isInteger);
  return change;
}
