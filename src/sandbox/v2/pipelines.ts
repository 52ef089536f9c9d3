import type { Answer, Call, Operation } from '../operation.ts';
import type { Pipeline, Stage } from '../records.ts';
import { orNull, zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { notFound, pagingNames, pathId, tablePage } from './lists.ts';
import { Query } from './query.ts';

function showPipeline(pipeline: Pipeline): Record<string, unknown> {
  return {
    id: pipeline.id,
    name: pipeline.name,
    order_nr: pipeline.orderNr,
    is_deleted: pipeline.deleteTime !== null,
    is_deal_probability_enabled: pipeline.dealProbability,
    add_time: zonedTime(pipeline.addTime),
    update_time: orNull(pipeline.updateTime, zonedTime),
  };
}

function listPipelines({ store, query: sent }: Call): Answer {
  const { page, next } = tablePage(new Query(sent, pagingNames), store.pipelines, () => true);
  return pageAnswer(page.map(showPipeline), next);
}

function getPipeline(call: Call): Answer {
  const pipeline = call.store.pipelines.get(pathId(call));
  if (!pipeline) throw notFound('Pipeline');
  return answer(showPipeline(pipeline));
}

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

function listStages({ store, query: sent }: Call): Answer {
  const query = new Query(sent, [...pagingNames, 'pipeline_id']);
  const pipelineId = query.number('pipeline_id');
  const keep = (stage: Stage): boolean => pipelineId === undefined || stage.pipelineId === pipelineId;
  const { page, next } = tablePage(query, store.stages, keep, { order_nr: (stage) => stage.orderNr });
  return pageAnswer(page.map(showStage), next);
}

function getStage(call: Call): Answer {
  const stage = call.store.stages.get(pathId(call));
  if (!stage) throw notFound('Stage');
  return answer(showStage(stage));
}

export const pipelineOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/pipelines', run: listPipelines },
  { version: 'v2', method: 'GET', path: '/pipelines/:id', run: getPipeline },
  { version: 'v2', method: 'GET', path: '/stages', run: listStages },
  { version: 'v2', method: 'GET', path: '/stages/:id', run: getStage },
];
