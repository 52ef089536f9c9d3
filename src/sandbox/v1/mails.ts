import type { Mail, MailParty } from '../attachments.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import type { Store } from '../store.ts';
import { plainTime } from '../times.ts';
import { answer } from './answers.ts';
import { isTrue } from './bodies.ts';
import { pathId } from './lists.ts';

const snippetLength = 225;

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function showParty(store: Store, party: MailParty, id: number): Record<string, unknown> {
  const person = party.personId === null ? undefined : store.persons.get(party.personId);
  return {
    id,
    email_address: party.address,
    name: party.name,
    linked_person_id: party.personId,
    linked_person_name: person?.name ?? null,
    mail_message_party_id: id,
  };
}

/** A mail as version 1 shows one: flags are 0 and 1, and times have milliseconds. */
function showMail(store: Store, mail: Mail, withBody: boolean): Record<string, unknown> {
  const time = new Date(mail.time).toISOString();
  return {
    id: mail.id,
    from: [showParty(store, mail.from, mail.id * 2)],
    to: [showParty(store, mail.to, mail.id * 2 + 1)],
    cc: [],
    bcc: [],
    body_url: `${store.site}/api/v1/mailbox/mailMessages/${mail.id}?include_body=1`,
    ...(withBody ? { body: mail.body } : {}),
    account_id: `account-${mail.userId}`,
    user_id: mail.userId,
    mail_thread_id: mail.threadId,
    subject: mail.subject,
    snippet: plainText(mail.body).slice(0, snippetLength),
    mail_tracking_status: mail.sent ? 'not opened' : null,
    mail_link_tracking_enabled_flag: 0,
    read_flag: mail.read ? 1 : 0,
    draft: '',
    draft_flag: 0,
    synced_flag: 1,
    deleted_flag: 0,
    has_body_flag: 1,
    sent_flag: mail.sent ? 1 : 0,
    sent_from_pipedrive_flag: mail.sent ? 1 : 0,
    smart_bcc_flag: 0,
    message_time: time,
    add_time: time,
    update_time: time,
    has_attachments_flag: 0,
    has_inline_attachments_flag: 0,
    has_real_attachments_flag: 0,
  };
}

/** A mail as lists and flows wrap it. */
export function mailItem(store: Store, mail: Mail, withBody: boolean): Record<string, unknown> {
  return {
    object: 'mailMessage',
    timestamp: plainTime(mail.time),
    data: {
      ...showMail(store, mail, withBody),
      nylas_id: `message-${mail.id}`,
      s3_bucket: null,
      s3_bucket_path: null,
      external_deleted_flag: false,
      mua_message_id: `<${mail.id}@mail.example.com>`,
      template_id: null,
      item_type: 'mailMessage',
      timestamp: new Date(mail.time).toISOString(),
      company_id: store.company.id,
    },
  };
}

function get(call: Call): Answer {
  const mail = call.store.mails.get(pathId(call));
  if (!mail) throw refuseV1(404, 'Mail message not found');
  return answer(showMail(call.store, mail, isTrue(call.query.get('include_body'))));
}

export const mailOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/mailbox/mailMessages/:id', run: get },
];
