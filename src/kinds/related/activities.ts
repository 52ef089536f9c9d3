import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { CallOptions } from '../../api/types.ts';
import { PipedriveError } from '../../api/errors.ts';
import type { Page, PipedriveRecord } from '../../model/record.ts';
import { companyTypes, typeNamed, usualIcon } from './activityTypes.ts';
import { toPlain } from './html.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Related } from './related.ts';
import { userName } from './users.ts';

const done: Readonly<Record<string, boolean>> = { open: false, done: true };

/** The activities of a person: the next one on top, and left out below. */
export const activities: Related = {
  id: 'activities',
  icon: 'checklist',
  words: { many: l10n.t('Activities'), none: l10n.t('No activities here') },
  countKey: 'activities_count',
  choices: [
    {
      id: 'done',
      label: l10n.t('Show'),
      narrows: true,
      options: [
        { id: 'open', label: l10n.t('To do'), countKey: 'undone_activities_count' },
        { id: 'done', label: l10n.t('Done'), countKey: 'done_activities_count' },
        { id: 'all', label: l10n.t('All'), countKey: 'activities_count' },
      ],
    },
  ],
  async list(session, record, { chosen, ...options } = {}) {
    const wanted = done[chosen?.['done'] ?? 'open'];
    const next = wanted === true ? undefined : await nextOf(session, record, options);
    const query = { ...(wanted === undefined ? {} : { done: wanted }), ...(next ? { exclude: String(next.id) } : {}) };
    const page = await session.api.collection('person.activities', record.id).list({ ...options, query });
    const shownPage = await pageOf(page, (activity) => shown(session, activity));
    // On a later page it is known to stand on top already.
    if (!next || options.cursor !== undefined) return shownPage;
    return withFirst(shownPage, { ...(await shown(session, next)), first: true });
  },
  async open(session, id, options) {
    const { values } = await session.api.records('activity').get(id, options);
    const parts = [values['public_description'], values['note']].filter((text) => typeof text === 'string' && text !== '');
    const texts = await Promise.all(parts.map((text) => toPlain(String(text))));
    const when = [values['due_date'], values['due_time']].filter(Boolean).join(' ');
    const subject = String(values['subject'] ?? '');
    return { as: 'text', title: subject, text: [subject, when, ...texts].filter(Boolean).join('\n\n') };
  },
  add: {
    form: 'activity',
    plan: [{ operation: 'activity.create' }],
    types: companyTypes,
    run: async (session, record, { subject, type, due }, options) =>
      shown(
        session,
        await session.api.records('activity').create(
          {
            subject,
            type,
            ...(due === '' ? {} : { due_date: due }),
            participants: [{ person_id: Number(record), primary: true }],
          },
          options,
        ),
      ),
  },
  tick: async (session, id, isDone, options) =>
    shown(session, await session.api.records('activity').update(id, { done: isDone }, options)),
};

const withFirst = (page: Page<RelatedItem>, first: RelatedItem): Page<RelatedItem> => ({
  ...page,
  items: [first, ...page.items.filter(({ id }) => id !== first.id)],
});

/** What the record names as its next activity; none where it was deleted since, or done. */
async function nextOf(session: Session, { values }: PipedriveRecord, options: CallOptions): Promise<PipedriveRecord | undefined> {
  const id = values['next_activity_id'];
  if (typeof id !== 'number') return undefined;
  try {
    const next = await session.api.records('activity').get(id, options);
    return next.values['done'] === true || next.values['is_deleted'] === true ? undefined : next;
  } catch (error) {
    if (PipedriveError.is(error, 'notFound', 'gone', 'forbidden')) return undefined;
    throw error;
  }
}

async function shown(session: Session, { id, values, names }: PipedriveRecord): Promise<RelatedItem> {
  const type = await typeNamed(session, values['type']);
  const day = values['due_date'];
  const at = values['due_time'];
  const owner = names['owner_id'] ?? (await userName(session, values['owner_id']));
  return {
    id: String(id),
    icon: type?.icon ?? usualIcon,
    title: String(values['subject'] ?? ''),
    details: [type?.label ?? String(values['type'] ?? ''), typeof at === 'string' ? at.slice(0, 5) : '', owner],
    ...(typeof day === 'string' && day !== '' ? { time: day } : {}),
    done: values['done'] === true,
    opens: true,
  };
}
