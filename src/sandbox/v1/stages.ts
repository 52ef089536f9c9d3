import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Stage } from '../records.ts';
import { changeStage, createStage } from '../sales.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { readBody, readFlag, readNumber, text } from './bodies.ts';
import { pathId } from './lists.ts';
import { demandAdmin } from './pipelines.ts';
import { removal } from './removals.ts';

function showStage(stage: Stage): Record<string, unknown> {
  return {
    id: stage.id,
    order_nr: stage.orderNr,
    name: stage.name,
    active_flag: stage.deleteTime === null,
    deal_probability: stage.dealProbability,
    pipeline_id: stage.pipelineId,
    rotten_flag: stage.rotDays !== null,
    rotten_days: stage.rotDays,
    add_time: plainTime(stage.addTime),
    update_time: orNull(stage.updateTime, plainTime),
  };
}

function pipelineParts(store: Store, stage: Stage): Record<string, unknown> {
  const pipeline = store.pipelines.get(stage.pipelineId);
  return { pipeline_name: pipeline?.name ?? null, pipeline_deal_probability: pipeline?.dealProbability ?? false };
}

function list({ store, query }: Call): Answer {
  const pipelineId = query.get('pipeline_id');
  const live = store.stages
    .all()
    .filter((stage) => stage.deleteTime === null && (!pipelineId || stage.pipelineId === Number(pipelineId)));
  return listAnswer(pageOf(live, query), (stage) => ({ ...showStage(stage), ...pipelineParts(store, stage) }));
}

function found(call: Call): Stage {
  const stage = call.store.stages.get(pathId(call));
  if (!stage) throw refuseV1(404, 'Stage not found');
  return stage;
}

const usualRotDays = 10;

function readChange({ store, body: sent }: Call, before?: Stage): Partial<Stage> & Pick<Stage, 'name' | 'pipelineId'> {
  const body = readBody(sent);
  const name = 'name' in body || !before ? text(body, 'name') : before.name;
  if (!name) throw refuseV1(400, 'Name must be given.');
  const pipelineId = readNumber(body, 'pipeline_id') ?? before?.pipelineId;
  if (pipelineId === undefined) throw refuseV1(400, 'pipeline_id must be given');
  if (store.pipelines.get(pipelineId)?.deleteTime !== null) throw refuseV1(404, 'Pipeline not found');
  const probability = readNumber(body, 'deal_probability');
  const order = readNumber(body, 'order_nr');
  const rots = readFlag(body, 'rotten_flag');
  const days = readNumber(body, 'rotten_days') ?? before?.rotDays ?? null;
  const rotDays = rots === false ? null : rots === true ? (days ?? usualRotDays) : days;
  return {
    name,
    pipelineId,
    rotDays,
    ...(probability === undefined ? {} : { dealProbability: Math.min(100, Math.max(0, probability)) }),
    ...(order === undefined ? {} : { orderNr: order }),
  };
}

function create(call: Call): Answer {
  demandAdmin(call);
  return answer(showStage(createStage(call.store, readChange(call))));
}

function update(call: Call): Answer {
  demandAdmin(call);
  const before = found(call);
  return answer(showStage(changeStage(call.store, before, readChange(call, before))));
}

function remove(call: Call): Answer {
  demandAdmin(call);
  const { store } = call;
  return removal(store.stages.get(pathId(call)), 'Stage', (stage) => changeStage(store, stage, { deleteTime: store.now() }));
}

export const stageOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/stages', run: list },
  { version: 'v1', method: 'POST', path: '/stages', run: create },
  { version: 'v1', method: 'GET', path: '/stages/:id', run: (call) => answer(showStage(found(call))) },
  { version: 'v1', method: 'PUT', path: '/stages/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/stages/:id', run: remove },
];
