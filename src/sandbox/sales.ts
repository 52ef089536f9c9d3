import type { Deal, Pipeline, Stage, User } from './records.ts';
import type { Store } from './store.ts';

/** What a request may set on a deal. */
export type DealChange = Partial<Omit<Deal, 'id' | 'addTime' | 'updateTime' | 'moves' | 'creatorId'>>;

export function stagesOf(store: Store, pipelineId: number): Stage[] {
  return store.stages
    .by('pipelineId', pipelineId)
    .filter((stage) => stage.deleteTime === null)
    .sort((a, b) => a.orderNr - b.orderNr);
}

/** Creates a pipeline, by default behind the others. */
export function createPipeline(store: Store, change: Partial<Pipeline> & Pick<Pipeline, 'name'>): Pipeline {
  const now = store.now();
  const id = store.pipelines.nextId();
  const behind = Math.max(0, ...store.pipelines.all().map((pipeline) => pipeline.orderNr)) + 1;
  const taken = store.pipelines.all().some((pipeline) => pipeline.urlTitle === change.name);
  const urlTitle = taken ? `${change.name}${id}` : change.name;
  const blank = { id, urlTitle, orderNr: behind, dealProbability: true, addTime: now, updateTime: now, deleteTime: null };
  return store.pipelines.put({ ...blank, ...change });
}

export function changePipeline(store: Store, before: Pipeline, change: Partial<Pipeline>): Pipeline {
  return put(store, store.pipelines, before, change);
}

/** Marks a pipeline deleted, and its stages with it; its deals stay what they are. */
export function removePipeline(store: Store, pipeline: Pipeline): void {
  changePipeline(store, pipeline, { deleteTime: store.now() });
  for (const stage of stagesOf(store, pipeline.id)) changeStage(store, stage, { deleteTime: store.now() });
}

/** Creates a stage behind the others of its pipeline. */
export function createStage(store: Store, change: Partial<Stage> & Pick<Stage, 'name' | 'pipelineId'>): Stage {
  const now = store.now();
  const id = store.stages.nextId();
  const orderNr = Math.max(0, ...stagesOf(store, change.pipelineId).map((stage) => stage.orderNr)) + 1;
  const blank = { id, orderNr, dealProbability: 100, rotDays: null, addTime: now, updateTime: now, deleteTime: null };
  return store.stages.put({ ...blank, ...change });
}

export function changeStage(store: Store, before: Stage, change: Partial<Stage>): Stage {
  return put(store, store.stages, before, change);
}

function put<Row extends Pipeline | Stage>(
  store: Store,
  table: { put: (row: Row) => Row },
  before: Row,
  change: Partial<Row>,
): Row {
  const changed = Object.entries(change).some(([key, value]) => before[key as keyof Row] !== value);
  return changed ? table.put({ ...before, ...change, updateTime: store.now() }) : before;
}

/** Changes a deal: another stage is a move, another pipeline starts at its first stage, an end has a time. */
export function changeDeal(store: Store, user: User, before: Deal, change: DealChange): Deal {
  const now = store.now();
  const after: Deal = { ...before, ...change };
  if (change.pipelineId !== undefined && change.pipelineId !== before.pipelineId && change.stageId === undefined) {
    after.stageId = stagesOf(store, change.pipelineId)[0]?.id ?? before.stageId;
  }
  if (after.stageId !== before.stageId) {
    after.pipelineId = store.stages.get(after.stageId)?.pipelineId ?? after.pipelineId;
    after.moves = [...before.moves, { stageId: after.stageId, time: now }];
  }
  if (after.status !== before.status) {
    if (after.status === 'open') after.closeTime = null;
    else after.closeTime = change.closeTime ?? now;
    if (after.status !== 'lost') after.lostReason = null;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  store.history.add('deal', before, after, user, now);
  return store.deals.put({ ...after, updateTime: now });
}
