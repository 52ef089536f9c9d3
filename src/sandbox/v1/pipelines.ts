import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Pipeline, Stage } from '../records.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { pathId } from './lists.ts';

function showPipeline(pipeline: Pipeline): Record<string, unknown> {
  return {
    id: pipeline.id,
    name: pipeline.name,
    url_title: pipeline.urlTitle,
    order_nr: pipeline.orderNr,
    active: pipeline.deleteTime === null,
    deal_probability: pipeline.dealProbability,
    add_time: plainTime(pipeline.addTime),
    update_time: orNull(pipeline.updateTime, plainTime),
  };
}

function listPipelines({ store, query }: Call): Answer {
  const live = store.pipelines.all().filter((pipeline) => pipeline.deleteTime === null);
  // Only the list says which one the user has open.
  return listAnswer(pageOf(live, query), (pipeline) => ({ ...showPipeline(pipeline), selected: pipeline.id === 1 }));
}

function getPipeline(call: Call): Answer {
  const pipeline = call.store.pipelines.get(pathId(call));
  if (!pipeline) throw refuseV1(404, 'Pipeline not found');
  return answer(showPipeline(pipeline));
}

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

function listStages({ store, query }: Call): Answer {
  const pipelineId = query.get('pipeline_id');
  const live = store.stages
    .all()
    .filter((stage) => stage.deleteTime === null && (!pipelineId || stage.pipelineId === Number(pipelineId)));
  return listAnswer(pageOf(live, query), (stage) => ({ ...showStage(stage), ...pipelineParts(store, stage) }));
}

function getStage(call: Call): Answer {
  const stage = call.store.stages.get(pathId(call));
  if (!stage) throw refuseV1(404, 'Stage not found');
  return answer(showStage(stage));
}

export const pipelineOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/pipelines', run: listPipelines },
  { version: 'v1', method: 'GET', path: '/pipelines/:id', run: getPipeline },
  { version: 'v1', method: 'GET', path: '/stages', run: listStages },
  { version: 'v1', method: 'GET', path: '/stages/:id', run: getStage },
];
