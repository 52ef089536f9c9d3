import * as l10n from '@vscode/l10n';
import { displayText } from '../../model/displayText.ts';
import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { toPlain } from './html.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Related } from './related.ts';

/** The mails that went to and fro (https://developers.pipedrive.com/docs/api/v1/Mailbox). Their bodies are read as text. */
export const mail: Related = {
  id: 'mail',
  icon: 'mail',
  words: { many: l10n.t('Mail'), none: l10n.t('No mail here') },
  countKey: 'email_messages_count',
  list: async (session, { id }, { chosen: _none, ...options } = {}) =>
    pageOf(await session.api.collection('person.mails', id).list(options), shown),
  async open(session, id, options) {
    const { values } = await session.api.mail(id, options);
    // A line each, or a subject could pose as a sender.
    const subject = displayText(String(values['subject'] ?? ''), 1000);
    const head = (['from', 'to', 'cc'] as const).flatMap((part) => {
      const who = parties(values[part]);
      return who === '' ? [] : [`${heads[part]}: ${who}`];
    });
    const body = typeof values['body'] === 'string' ? values['body'] : String(values['snippet'] ?? '');
    return { as: 'text', title: subject, text: [subject, head.join('\n'), await toPlain(body)].filter(Boolean).join('\n\n') };
  },
};

/** As mail itself calls them, in every language. */
const heads = { from: l10n.t('From'), to: l10n.t('To'), cc: l10n.t('Cc') };

function parties(raw: unknown): string {
  const all = Array.isArray(raw) ? raw.filter(isObject) : [];
  return all
    .map(({ name, email_address: address }) =>
      name && address ? `${String(name)} <${String(address)}>` : String(name || address || ''),
    )
    .map((one) => displayText(one))
    .filter(Boolean)
    .join(', ');
}

function shown({ id, values }: PipedriveRecord): RelatedItem {
  const sent = values['sent_flag'] === true;
  const time = values['message_time'] ?? values['timestamp'];
  const who = parties(values[sent ? 'to' : 'from']);
  return {
    id: String(id),
    icon: sent ? 'mail-reply' : values['read_flag'] === false ? 'mail' : 'mail-read',
    title: String(values['subject'] ?? ''),
    details: [who === '' ? '' : sent ? l10n.t('To {0}', who) : l10n.t('From {0}', who)],
    ...(typeof time === 'string' ? { time } : {}),
    text: String(values['snippet'] ?? ''),
    opens: true,
  };
}
