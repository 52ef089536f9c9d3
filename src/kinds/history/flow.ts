import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { HistoryEvent } from '../../model/history/event.ts';
import { isObject } from '../../model/isObject.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { usualIcon, usualTypes } from '../related/activityTypes.ts';
import { statuses } from '../related/deals.ts';
import { toPlain } from '../related/html.ts';
import { userName } from '../related/users.ts';
import { changeOf } from './changes.ts';

/** What an event of the flow says beside when it was and who it was. */
type Telling = Pick<HistoryEvent, 'icon' | 'what'> & Partial<HistoryEvent>;

const text = (raw: unknown): string => (raw === null || raw === undefined || isObject(raw) ? '' : String(raw));

/** Values of deals, by version 1's names, that change most; others keep the name that the API has for them. */
const dealFields: Readonly<Record<string, string>> = {
  title: l10n.t('Title'),
  value: l10n.t('Value'),
  currency: l10n.t('Currency'),
  status: l10n.t('Status'),
  stage_id: l10n.t('Stage'),
  pipeline_id: l10n.t('Pipeline'),
  user_id: l10n.t('Owner'),
  person_id: l10n.t('Person'),
  org_id: l10n.t('Organization'),
  expected_close_date: l10n.t('Expected close date'),
  probability: l10n.t('Probability'),
  lost_reason: l10n.t('Lost reason'),
  add_time: l10n.t('Created'),
};

function changedElsewhere(data: Values): Partial<HistoryEvent> {
  const key = text(data['field_key']);
  const told = isObject(data['additional_data']) ? data['additional_data'] : {};
  const name = dealFields[key];
  const value = (raw: unknown, formatted: unknown): string =>
    (key === 'status' ? statuses[text(raw)] : undefined) ?? text(formatted ?? raw);
  return {
    title: `#${text(data['item_id'])}`,
    other: {
      name: name ?? key,
      before: value(data['old_value'], told['old_value_formatted']),
      after: value(data['new_value'], told['new_value_formatted']),
    },
  };
}

const activity = (data: Values, what: string): Telling => ({
  icon: usualTypes.find(({ id }) => id === data['type'])?.icon ?? usualIcon,
  what,
  title: text(data['subject']),
});

/** The objects of the flow that are told in words of their own (https://developers.pipedrive.com/docs/api/v1/Persons#getPersonUpdates). */
const tellings: Readonly<Record<string, (data: Values) => Telling | Promise<Telling>>> = {
  activity: (data) => activity(data, l10n.t('Activity done')),
  plannedActivity: (data) => activity(data, l10n.t('Activity planned')),
  call: (data) => ({ icon: 'call-outgoing', what: l10n.t('Call'), title: text(data['subject']) }),
  note: async (data) => ({ icon: 'note', what: l10n.t('Note written'), text: await toPlain(text(data['content'])) }),
  comment: async (data) => ({ icon: 'comment', what: l10n.t('Comment written'), text: await toPlain(text(data['content'])) }),
  deal: (data) => ({ icon: 'briefcase', what: l10n.t('Deal added'), title: text(data['title']) }),
  dealChange: (data) => ({ icon: 'briefcase', what: l10n.t('Deal changed'), ...changedElsewhere(data) }),
  organizationChange: (data) => ({ icon: 'organization', what: l10n.t('Organization changed'), ...changedElsewhere(data) }),
  file: (data) => ({ icon: 'file', what: l10n.t('File attached'), title: text(data['name'] ?? data['file_name']) }),
  document: (data) => ({ icon: 'file-text', what: l10n.t('Document'), title: text(data['name']) }),
  invoice: (data) => ({ icon: 'file-text', what: l10n.t('Invoice'), title: text(data['name']) }),
  mailMessage: (data) => ({ icon: 'mail', what: l10n.t('Mail'), title: text(data['subject']) }),
  mailMessageWithAttachment: (data) => ({
    icon: 'mail',
    what: l10n.t('Mail with an attachment'),
    title: text(data['subject']),
  }),
  follower: () => ({ icon: 'eye', what: l10n.t('Began to follow') }),
  personFollower: () => ({ icon: 'eye', what: l10n.t('Began to follow') }),
  dealFollower: () => ({ icon: 'eye', what: l10n.t('Began to follow a deal') }),
  organizationFollower: () => ({ icon: 'eye', what: l10n.t('Began to follow the organization') }),
  participant: () => ({ icon: 'person-add', what: l10n.t('Takes part in a deal') }),
};

/** A row of the flow as an event. @param own the object that changes of the record itself go by, `personChange` */
export async function flowEvent(session: Session, own: string, { id, values }: PipedriveRecord): Promise<HistoryEvent> {
  const { object, time } = values;
  const data = isObject(values['data']) ? values['data'] : {};
  const who = await userName(session, data['user_id'] ?? data['actor_user_id'] ?? data['creator_user_id']);
  const common = { id: String(id), time: text(time), ...(who === '' ? {} : { who }) };
  const change = object === own || object === 'change' ? changeOf(data, time) : undefined;
  if (change) return { ...common, icon: 'edit', what: l10n.t('Changed'), change };
  const telling = await tellings[text(object)]?.(data);
  // What Pipedrive may add to its flow one day is told by the name it has there.
  return { ...common, ...(telling ?? { icon: 'circle-outline', what: text(object) }) };
}
