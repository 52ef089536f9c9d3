import type { Answer, Call, Operation } from '../operation.ts';
import type { Pipeline } from '../records.ts';
import { changePipeline, createPipeline, removePipeline } from '../sales.ts';
import { orNull, zonedTime } from '../times.ts';
import { answer, pageAnswer } from './answers.ts';
import { BodyReader } from './bodies.ts';
import { demandAdmin, notFound, pagingNames, pathId, removal, tablePage } from './lists.ts';
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

function list({ store, query: sent }: Call): Answer {
  const { page, next } = tablePage(new Query(sent, pagingNames), store.pipelines, () => true);
  return pageAnswer(page.map(showPipeline), next);
}

function found(call: Call): Pipeline {
  const pipeline = call.store.pipelines.get(pathId(call));
  if (!pipeline) throw notFound('Pipeline');
  return pipeline;
}

/** The order of pipelines cannot be written through version 2. */
function readChange({ body }: Call, before?: Pipeline): Partial<Pipeline> & Pick<Pipeline, 'name'> {
  const reader = new BodyReader(body, ['name', 'is_deal_probability_enabled']);
  const name = reader.name('name', before?.name);
  const probability = reader.flag('is_deal_probability_enabled');
  reader.problems.check();
  return { name, ...(probability === undefined ? {} : { dealProbability: probability }) };
}

function create(call: Call): Answer {
  demandAdmin(call);
  return answer(showPipeline(createPipeline(call.store, readChange(call))));
}

function update(call: Call): Answer {
  demandAdmin(call);
  const before = found(call);
  return answer(showPipeline(changePipeline(call.store, before, readChange(call, before))));
}

function remove(call: Call): Answer {
  demandAdmin(call);
  return removal(found(call), (pipeline) => removePipeline(call.store, pipeline));
}

export const pipelineOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/pipelines', run: list },
  { version: 'v2', method: 'POST', path: '/pipelines', run: create },
  { version: 'v2', method: 'GET', path: '/pipelines/:id', run: (call) => answer(showPipeline(found(call))) },
  { version: 'v2', method: 'PATCH', path: '/pipelines/:id', run: update },
  { version: 'v2', method: 'DELETE', path: '/pipelines/:id', run: remove },
];
