import * as l10n from '@vscode/l10n';
import type { PipedriveRecord } from '../../model/record.ts';
import { usersOf } from '../listed/parts.ts';
import { statusIcons, statusOf } from '../related/deals.ts';
import { mostIds } from '../searching.ts';
import type { Behind, Reckoning } from '../statistics.ts';
import { readStages } from './stages.ts';

const numberIn = (raw: unknown): number | undefined => (typeof raw === 'number' ? raw : undefined);

function behindOf(deal: PipedriveRecord): Behind {
  const { id, values } = deal;
  return {
    id,
    title: String(values['title'] ?? ''),
    value: numberIn(values['value']),
    currency: String(values['currency'] ?? ''),
    status: statusOf(deal),
    stageId: numberIn(values['stage_id']),
    ownerId: numberIn(values['owner_id']),
    path: `/deal/${encodeURIComponent(id)}`,
  };
}

/**
 * What Pipedrive reckons of a pipeline (https://developers.pipedrive.com/docs/api/v1/Pipelines), always of one user's deals:
 * it knows no way to ask for everybody's.
 */
export const statistics: Reckoning = {
  words: { show: l10n.t('Show Statistics'), which: l10n.t('Which pipeline?') },
  plan: (periods) => [
    { operation: 'stage.list' },
    { operation: 'pipeline.conversion', count: periods },
    { operation: 'pipeline.movement', count: periods },
  ],
  async users(session, options) {
    const [users, { id }] = await Promise.all([usersOf(session), session.api.me(options)]);
    return { users, mine: id };
  },
  steps: async (session, id, options) =>
    (await readStages(session, id, options)).flatMap((stage) =>
      stage.id === undefined ? [] : [{ id: stage.id, label: stage.name }],
    ),
  async numbers({ api }, id, span, options) {
    const [conversion, movement] = await Promise.all([
      api.statistics.conversion(id, span, options),
      api.statistics.movement(id, span, options),
    ]);
    return { conversion, movement };
  },
  mostBehind: mostIds,
  async behind({ api }, ids, options) {
    if (ids.length === 0) return [];
    const { items } = await api.records('deal').list({ ...options, limit: mostIds, query: { ids: ids.join(',') } });
    const found = new Map(items.map((deal) => [Number(deal.id), behindOf(deal)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  },
  async inStep({ api }, id, { stepId, userId, cursor }, options) {
    const query = { stage_id: stepId, owner_id: userId, status: 'open' };
    const page = await api.collection('pipeline.deals', id).list({ ...options, query, ...(cursor !== undefined && { cursor }) });
    return { items: page.items.map(behindOf), ...(page.next !== undefined && { next: page.next }) };
  },
  iconOf: ({ status }) => statusIcons[status] ?? 'circle-outline',
};
