import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { CallOptions } from '../../api/types.ts';
import type { PipedriveRecord, RecordId } from '../../model/record.ts';
import { briefly, showMoney } from '../../model/fieldTypes/monetary.ts';
import type { Board, Card, Stage } from '../board.ts';
import { usersOf, savedFilters } from '../listed/parts.ts';
import { namesOf } from '../namesOf.ts';
import { dealItem, statusOf, statuses } from '../related/deals.ts';
import { readStages, stagesOf } from './stages.ts';

/** What a list says where an id has a name behind it. */
type Name = (key: 'person_id' | 'org_id') => string;

function cardOf(deal: PipedriveRecord, name: Name): Card {
  const { id, values } = deal;
  const is = statusOf(deal);
  return {
    ...dealItem(deal),
    details: [
      ...(is === 'open' || statuses[is] === undefined ? [] : [statuses[is]]),
      showMoney(values, briefly.amount),
      name('person_id'),
      name('org_id'),
    ],
    stage: String(values['stage_id']),
    board: Number(values['pipeline_id']),
    value: Number(values['value'] ?? 0),
    currency: String(values['currency'] ?? ''),
    path: `/deal/${encodeURIComponent(id)}`,
  };
}

/** Version 2 gives ids alone: the names behind them are asked for at once. */
async function cardsOf(session: Session, deals: readonly PipedriveRecord[], options?: CallOptions): Promise<readonly Card[]> {
  const unnamed = (key: 'person_id' | 'org_id') =>
    deals.flatMap(({ values: { [key]: id }, names }) => (typeof id === 'number' && names[key] === undefined ? [id] : []));
  const [persons, organizations] = await Promise.all([
    namesOf(session, 'person', unnamed('person_id'), options),
    namesOf(session, 'organization', unnamed('org_id'), options),
  ]);
  const behind = { person_id: persons, org_id: organizations };
  return deals.map((deal) => cardOf(deal, (key) => deal.names[key] ?? behind[key].get(Number(deal.values[key])) ?? ''));
}

const stageOf =
  (board: RecordId) =>
  ({ id, name }: { readonly id?: number; readonly name: string }): Stage => ({ id: String(id), label: name, board });

/** The card after a write, whose answer names nobody: who stands on it is who stood on it. */
const after = (card: Card, deal: PipedriveRecord): Card => ({ ...cardOf(deal, () => ''), details: card.details });

/** The deals of a pipeline by their stages (https://developers.pipedrive.com/docs/api/v1/Pipelines#getPipelineDeals). */
export const board: Board = {
  words: {
    counted: [l10n.t('{0} deal'), l10n.t('{0} deals')],
    whose: l10n.t('Whose Deals…'),
    noStages: l10n.t('No stages'),
    noCards: l10n.t('No deals'),
    note: l10n.t('Without archived deals'),
  },
  whose: [
    { id: 'everyone', label: l10n.t('Everyone’s deals'), icon: 'organization', chosen: async () => ({ query: {}, label: '' }) },
    {
      id: 'mine',
      label: l10n.t('My deals'),
      icon: 'account',
      chosen: async ({ api }) => ({ query: { owner_id: (await api.me()).id }, label: '' }),
    },
    {
      id: 'user',
      label: l10n.t('Deals of a user'),
      icon: 'person',
      choices: async (session) =>
        (await usersOf(session)).map(({ id, name, email }) => ({ query: { owner_id: id }, label: name, detail: email })),
    },
    {
      id: 'filter',
      label: l10n.t('Deals of a saved filter'),
      icon: 'filter',
      choices: (session) => savedFilters(session, 'deals'),
    },
  ],
  stages: async (session, id, options) => (await readStages(session, id, options)).map(stageOf(id)),
  stagesIn: (record) => (record.values['stages'] === undefined ? undefined : stagesOf(record).map(stageOf(record.id))),
  async cards(session, { id, board: pipeline }, { chosen }, options) {
    const query = { stage_id: Number(id), ...chosen.query };
    const page = await session.api.collection('pipeline.deals', pipeline).list({ ...options, query });
    return { ...page, items: await cardsOf(session, page.items, options?.signal && { signal: options.signal }) };
  },
  totals: async ({ api, account }, pipeline, { chosen, currency = account.currency }, options) =>
    api.statistics.stageTotals(pipeline, chosen.query, currency, options),
  async card(session, id, options) {
    const [card] = await cardsOf(session, [await session.api.records('deal').get(Number(id), options)], options);
    if (!card) throw new TypeError('A deal made no card.');
    return card;
  },
  async move({ api }, card, to, options) {
    const elsewhere = to.board === card.board ? {} : { pipeline_id: Number(to.board) };
    const deal = await api.records('deal').update(Number(card.id), { stage_id: Number(to.id), ...elsewhere }, options);
    return after(card, deal);
  },
  async places({ api }, options) {
    const [pipelines, stages] = await Promise.all([api.records('pipeline').list(options), api.records('stage').list(options)]);
    const ordered = stages.items.toSorted((a, b) => Number(a.values['order_nr']) - Number(b.values['order_nr']));
    return pipelines.items.map((pipeline) => ({
      board: pipeline,
      stages: ordered
        .filter(({ values }) => String(values['pipeline_id']) === String(pipeline.id))
        .map(({ id, values }) => ({ id: String(id), label: String(values['name'] ?? ''), board: pipeline.id })),
    }));
  },
};
