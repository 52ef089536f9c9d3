import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { ListOptions } from '../../api/types.ts';
import type { ValueChange } from '../../model/history/change.ts';
import type { HistoryEvent } from '../../model/history/event.ts';
import type { Page, RecordId } from '../../model/record.ts';
import type { ListChoice, RelatedOptions } from '../related/related.ts';
import { userName } from '../related/users.ts';
import { changeOf } from './changes.ts';
import { followerEvents } from './followers.ts';
import type { History } from './history.ts';

/** What the flow is asked for, by the choice; none for all of it. */
const items: Readonly<Record<string, string>> = {
  activities: 'activity,plannedActivity,call',
  notes: 'note,comment',
  deals: 'deal,dealChange,participant',
  files: 'file,document,invoice',
  mail: 'mailMessage,mailMessageWithAttachment',
};

const shown: ListChoice = {
  id: 'items',
  label: l10n.t('Show'),
  options: [
    { id: 'all', label: l10n.t('Everything') },
    { id: 'changes', label: l10n.t('Changed fields') },
    { id: 'activities', label: l10n.t('Activities') },
    { id: 'notes', label: l10n.t('Notes') },
    { id: 'deals', label: l10n.t('Deals') },
    { id: 'files', label: l10n.t('Files') },
    { id: 'mail', label: l10n.t('Mail') },
    { id: 'followers', label: l10n.t('Followers') },
  ],
};

/** As many as are read at one sitting; the flow's rows hold whole activities and deals. */
const pageOfFlow = 100;

async function changes(session: Session, record: RecordId, options?: ListOptions): Promise<Page<ValueChange>> {
  const page = await session.api.collection('person.changelog', record).list(options);
  return { ...page, items: page.items.map(({ values }) => changeOf(values)).filter((change) => change !== undefined) };
}

/** The changelog costs half of what the flow does, and tells the same of changes. */
async function changeEvents(session: Session, record: RecordId, options: ListOptions): Promise<Page<HistoryEvent>> {
  const page = await changes(session, record, { ...options, limit: pageOfFlow });
  const told = page.items.map(async (change, place): Promise<HistoryEvent> => {
    const who = await userName(session, change.userId);
    const id = `${change.time} ${change.key} ${change.part ?? ''} ${options.cursor ?? ''} ${place}`;
    return { id, icon: 'edit', time: change.time, what: l10n.t('Changed'), ...(who === '' ? {} : { who }), change };
  });
  return { ...page, items: await Promise.all(told) };
}

const followed = followerEvents('person');

/** A person's history: what Pipedrive calls its flow, its changelog, and who follows. */
export const ofPerson: History = {
  words: { none: l10n.t('Nothing has happened yet') },
  choices: [shown],
  async events(session, record, { chosen, ...options }: RelatedOptions = {}) {
    const wanted = chosen?.['items'] ?? 'all';
    if (wanted === 'changes') return changeEvents(session, record, options);
    if (wanted === 'followers') return followed(session, record, options);
    const query = { all_changes: 1, ...(items[wanted] === undefined ? {} : { items: items[wanted] }) };
    const page = await session.api.collection('person.flow', record).list({ ...options, limit: pageOfFlow, query });
    const { flowEvent } = await import('./flow.ts');
    return { ...page, items: await Promise.all(page.items.map((row) => flowEvent(session, 'personChange', row))) };
  },
  changes: { plan: { operation: 'person.changelog' }, list: changes },
};

/** Of products Pipedrive tells who follows them and no more. */
export const ofProduct: History = {
  words: {
    none: l10n.t('Nothing has happened yet'),
    note: l10n.t('Pipedrive keeps no changes of a product’s values, only who follows it.'),
  },
  events: followerEvents('product'),
};
