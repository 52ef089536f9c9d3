import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Pipeline } from '../records.ts';
import { changePipeline, createPipeline, removePipeline } from '../sales.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { readBody, readFlag, readNumber, text } from './bodies.ts';
import { pathId } from './lists.ts';
import { removal } from './removals.ts';
import { dealsSummary, readTotalsCurrency } from './summary.ts';

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

function list({ store, query }: Call): Answer {
  const live = store.pipelines
    .all()
    .filter((pipeline) => pipeline.deleteTime === null)
    .toSorted((a, b) => a.orderNr - b.orderNr);
  // Only the list says which one the user has open.
  return listAnswer(pageOf(live, query), (pipeline) => ({ ...showPipeline(pipeline), selected: pipeline.id === 1 }));
}

export function foundPipeline(call: Call): Pipeline {
  const pipeline = call.store.pipelines.get(pathId(call));
  if (!pipeline) throw refuseV1(404, 'Pipeline not found');
  return pipeline;
}

/** One pipeline, with the sums of its open deals where totals are asked for in a currency. */
function get(call: Call): Answer {
  const { store } = call;
  const pipeline = foundPipeline(call);
  const currency = readTotalsCurrency(call);
  if (!currency) return answer(showPipeline(pipeline));
  const open = store.deals
    .by('pipelineId', pipeline.id)
    .filter((deal) => deal.status === 'open' && deal.deleteTime === null && deal.archiveTime === null);
  return answer({ ...showPipeline(pipeline), deals_summary: dealsSummary(store, open, currency) });
}

/** Only administrators of deals shape pipelines and stages. */
export function demandAdmin({ user }: Call): void {
  if (!user.admin) throw refuseV1(403, 'You do not have permissions to do this.');
}

function readChange(call: Call, before?: Pipeline): Partial<Pipeline> & Pick<Pipeline, 'name'> {
  const body = readBody(call.body);
  const name = 'name' in body || !before ? text(body, 'name') : before.name;
  if (!name) throw refuseV1(400, 'Name must be given.');
  const probability = readFlag(body, 'deal_probability');
  const order = readNumber(body, 'order_nr');
  const active = readFlag(body, 'active');
  return {
    name,
    ...(probability === undefined ? {} : { dealProbability: probability }),
    ...(order === undefined ? {} : { orderNr: order }),
    ...(active === undefined ? {} : { deleteTime: active ? null : (before?.deleteTime ?? call.store.now()) }),
  };
}

function create(call: Call): Answer {
  demandAdmin(call);
  return answer(showPipeline(createPipeline(call.store, readChange(call))), {}, 201);
}

function update(call: Call): Answer {
  demandAdmin(call);
  const before = foundPipeline(call);
  const after = changePipeline(call.store, before, readChange(call, before));
  return answer({ ...showPipeline(after), selected: after.id === 1 });
}

function remove(call: Call): Answer {
  demandAdmin(call);
  const { store } = call;
  return removal(store.pipelines.get(pathId(call)), 'Pipeline', (pipeline) => removePipeline(store, pipeline));
}

export const pipelineOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/pipelines', run: list },
  { version: 'v1', method: 'POST', path: '/pipelines', run: create },
  { version: 'v1', method: 'GET', path: '/pipelines/:id', run: get },
  { version: 'v1', method: 'PUT', path: '/pipelines/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/pipelines/:id', run: remove },
];
