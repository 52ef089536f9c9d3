import * as l10n from '@vscode/l10n';
import type { PipedriveRecord } from '../../model/record.ts';
import type { Session } from '../../account/types.ts';
import { fromPlain, isPlain, toPlain } from './html.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Related } from './related.ts';
import { userName } from './users.ts';

/** A person's notes (https://developers.pipedrive.com/docs/api/v1/Notes), the latest first; the pinned ones on top are Pipedrive's own affair. */
export const notes: Related = {
  id: 'notes',
  icon: 'note',
  words: { many: l10n.t('Notes'), none: l10n.t('No notes yet') },
  countKey: 'notes_count',
  choices: [
    {
      id: 'sort',
      label: l10n.t('Order'),
      options: [
        { id: 'add_time DESC', label: l10n.t('Newest first') },
        { id: 'add_time ASC', label: l10n.t('Oldest first') },
        { id: 'update_time DESC', label: l10n.t('Last changed first') },
      ],
    },
  ],
  async list(session, { id }, { chosen, ...options } = {}) {
    const page = await session.api
      .collection('person.notes', id)
      .list({ ...options, query: { sort: chosen?.['sort'] ?? 'add_time DESC' } });
    return pageOf(page, (note) => shown(session, note));
  },
  async open(session, id, options) {
    const note = await session.api.records('note').get(id, options);
    const text = await toPlain(contentOf(note));
    return { as: 'text', title: firstLine(text), text };
  },
  add: {
    form: 'note',
    plan: [{ operation: 'note.create' }],
    run: async (session, record, { text }, options) =>
      shown(session, await session.api.records('note').create({ content: fromPlain(text), person_id: Number(record) }, options)),
  },
  change: async (session, id, text, options) =>
    shown(session, await session.api.records('note').update(id, { content: fromPlain(text) }, options)),
  remove: {
    label: l10n.t('Delete Note'),
    question: l10n.t('Delete this note? Pipedrive offers no way to bring it back.'),
    run: (session, _record, id, options) => session.api.records('note').remove(id, options),
  },
};

const contentOf = ({ values }: PipedriveRecord): string => String(values['content'] ?? '');

const firstLine = (text: string): string => text.trim().split('\n', 1)[0] ?? '';

async function shown(session: Session, note: PipedriveRecord): Promise<RelatedItem> {
  const { user_id: author, add_time: added, last_update_user_id: changer, update_time: changed } = note.values;
  const content = contentOf(note);
  const text = await toPlain(content);
  return {
    id: String(note.id),
    icon: 'note',
    title: await userName(session, author),
    line: firstLine(text),
    details: [],
    ...(typeof added === 'string' ? { time: added } : {}),
    ...(changer != null && changer !== author && typeof changed === 'string'
      ? { changed: { by: await userName(session, changer), time: changed } }
      : {}),
    text,
    opens: true,
    changes: true,
    removes: true,
    ...(isPlain(content)
      ? {}
      : { caution: l10n.t('This note is formatted. What is changed here is kept as plain text, without the formatting.') }),
  };
}
