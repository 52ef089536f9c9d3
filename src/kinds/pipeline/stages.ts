import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import { inPart } from '../../api/inPart.ts';
import type { CallOptions } from '../../api/types.ts';
import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord, RecordId, Values } from '../../model/record.ts';
import { same } from '../../model/same.ts';
import { fixedField } from '../fixedField.ts';

/** https://developers.pipedrive.com/docs/api/v1/Stages; without a number of days its deals do not rot. */
export const stageColumns = [
  fixedField('name', l10n.t('Name'), 'varchar', { required: true }),
  fixedField('deal_probability', l10n.t('Probability (%)'), 'int'),
  fixedField('days_to_rotten', l10n.t('Rotting in (days)'), 'int'),
];

/** A stage as a row of its pipeline. */
interface Stage extends Values {
  readonly id?: number;
  readonly name: string;
}

function stageOf({ id, values }: PipedriveRecord): Stage {
  const { name, deal_probability, days_to_rotten, is_deal_rot_enabled } = values;
  return {
    id: Number(id),
    name: String(name ?? ''),
    ...(deal_probability == null ? {} : { deal_probability }),
    ...(is_deal_rot_enabled === true && days_to_rotten != null ? { days_to_rotten } : {}),
  };
}

const bodyOf = ({ name, deal_probability, days_to_rotten }: Stage): Values => ({
  name,
  ...(deal_probability == null ? {} : { deal_probability }),
  is_deal_rot_enabled: days_to_rotten != null,
  ...(days_to_rotten == null ? {} : { days_to_rotten }),
});

export const stagesOf = ({ values }: Pick<PipedriveRecord, 'values'>): readonly Stage[] =>
  (Array.isArray(values['stages']) ? values['stages'] : []).filter(isObject) as unknown as readonly Stage[];

/** A pipeline's stages, in their order. */
export async function readStages({ api }: Session, pipeline: RecordId, options?: CallOptions): Promise<readonly Stage[]> {
  const { items } = await api.records('stage').list({ ...options, query: { pipeline_id: Number(pipeline) } });
  return items.toSorted((a, b) => Number(a.values['order_nr']) - Number(b.values['order_nr'])).map(stageOf);
}

/**
 * Makes a pipeline's stages what the rows say: each stage is a record of Pipedrive's own.
 *
 * @returns the pipeline with its stages as they are now
 * @throws PipedriveError with the pipeline as it is now, where only a part was done
 */
export async function writeStages(session: Session, pipeline: PipedriveRecord, wanted: unknown, options?: CallOptions) {
  const { api } = session;
  const stage = api.records('stage');
  const current = stagesOf(pipeline);
  const rows = stagesOf({ values: { stages: wanted } });
  const now = async (): Promise<PipedriveRecord> => ({
    ...pipeline,
    values: { ...pipeline.values, stages: await readStages(session, pipeline.id, options) },
  });
  try {
    for (const { id } of current) {
      if (id !== undefined && rows.every((row) => row.id !== id)) await stage.remove(id, options);
    }
    const ids: RecordId[] = [];
    for (const row of rows) {
      const before = current.find(({ id }) => id !== undefined && id === row.id);
      if (!before || row.id === undefined) {
        ids.push((await stage.create({ ...bodyOf(row), pipeline_id: Number(pipeline.id) }, options)).id);
      } else {
        ids.push(row.id);
        const changes = differing(before, row);
        if (Object.keys(changes).length > 0) await stage.update(row.id, changes, options);
      }
    }
    if (api.writing('stage', 'order_nr').writable && isMoved(current, ids)) {
      // All of them: their numbers may have gaps.
      for (const [place, id] of ids.entries()) await stage.update(id, { order_nr: place + 1 }, options);
    }
  } catch (error) {
    throw await inPart(error, now);
  }
  return now();
}

/** Whether the stages stand otherwise than Pipedrive leaves them: in their order, new ones at the end. */
function isMoved(current: readonly Stage[], ids: readonly RecordId[]): boolean {
  const kept = current.flatMap(({ id }) => (id !== undefined && ids.includes(id) ? [id] : []));
  return kept.some((id, place) => ids[place] !== id);
}

/** What is written of a stage; a probability that was taken out cannot be. */
function differing(before: Stage, row: Stage): Values {
  const old = bodyOf(before);
  return Object.fromEntries(Object.entries(bodyOf(row)).filter(([key, value]) => !same(old[key], value)));
}
