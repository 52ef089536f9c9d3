import type { Answer, Call, Operation } from '../operation.ts';
import type { Stage } from '../records.ts';
import { changeStage, createStage } from '../sales.ts';
import { orNull, zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { BodyReader } from './bodies.ts';
import { demandAdmin, notFound, pagingNames, pathId, removal, tablePage } from './lists.ts';
import { Query } from './query.ts';

function showStage(stage: Stage): Record<string, unknown> {
  return {
    id: stage.id,
    name: stage.name,
    order_nr: stage.orderNr,
    pipeline_id: stage.pipelineId,
    deal_probability: stage.dealProbability,
    is_deal_rot_enabled: stage.rotDays !== null,
    days_to_rotten: stage.rotDays,
    is_deleted: stage.deleteTime !== null,
    add_time: zonedTime(stage.addTime),
    update_time: orNull(stage.updateTime, zonedTime),
  };
}

function list({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...pagingNames, 'pipeline_id']);
  const pipelineId = query.number('pipeline_id');
  const keep = (stage: Stage): boolean => pipelineId === undefined || stage.pipelineId === pipelineId;
  const { page, next } = tablePage(query, store.stages, keep, { order_nr: (stage) => stage.orderNr });
  return pageAnswer(page.map(showStage), next);
}

function found(call: Call): Stage {
  const stage = call.store.stages.get(pathId(call));
  if (!stage) throw notFound('Stage');
  return stage;
}

const usualRotDays = 10;
const keys = ['name', 'pipeline_id', 'deal_probability', 'is_deal_rot_enabled', 'days_to_rotten'] as const;

function readChange({ store, body }: Call, before?: Stage): Partial<Stage> & Pick<Stage, 'name' | 'pipelineId'> {
  const reader = new BodyReader(body, keys);
  const name = reader.name('name', before?.name);
  const exists = (id: number): boolean => store.pipelines.get(id)?.deleteTime === null;
  const pipelineId = reader.id('pipeline_id', 'Pipeline', exists) ?? before?.pipelineId ?? 0;
  if (!before && !reader.has('pipeline_id')) reader.problems.add('pipeline_id', 'Required');
  const probability = reader.number('deal_probability');
  if (probability !== undefined && (probability < 0 || probability > 100)) {
    reader.problems.add('deal_probability', 'Expected a value from 0 to 100');
  }
  const rots = reader.flag('is_deal_rot_enabled');
  const days = reader.body['days_to_rotten'] === null ? null : (reader.number('days_to_rotten') ?? before?.rotDays ?? null);
  reader.problems.check();
  const rotDays = rots === false ? null : rots === true ? (days ?? usualRotDays) : days;
  return { name, pipelineId, rotDays, ...(probability === undefined ? {} : { dealProbability: probability }) };
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
  return removal(found(call), (stage) => changeStage(call.store, stage, { deleteTime: call.store.now() }));
}

export const stageOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/stages', run: list },
  { version: 'v2', method: 'POST', path: '/stages', run: create },
  { version: 'v2', method: 'GET', path: '/stages/:id', run: (call) => answer(showStage(found(call))) },
  { version: 'v2', method: 'PATCH', path: '/stages/:id', run: update },
  { version: 'v2', method: 'DELETE', path: '/stages/:id', run: remove },
];
