import type { FieldEntity, FieldOption } from '../records.ts';

/** A field that every account has. */
export interface SystemField {
  key: string;
  /** In version 2, where it differs; null where version 2 has no such field. */
  code?: string | null;
  name: string;
  type: string;
  codeType?: string;
  optional?: boolean;
  options?: FieldOption[];
  add?: boolean;
  bulk?: boolean;
  mandatory?: boolean;
  description?: string;
}

const visibility: FieldOption[] = [
  { id: 1, label: 'Owner' },
  { id: 3, label: 'Owner’s visibility group' },
  { id: 5, label: 'Owner’s visibility group and sub-groups' },
  { id: 7, label: 'Entire company' },
];

const labels: FieldOption[] = [
  { id: 1, label: 'Customer', color: 'green' },
  { id: 2, label: 'Hot lead', color: 'red' },
  { id: 3, label: 'Warm lead', color: 'yellow' },
  { id: 4, label: 'Cold lead', color: 'blue' },
  { id: 5, label: 'Press & media', color: 'purple' },
];

const count = (key: string, name: string): SystemField => ({ key, name, type: 'int', optional: true });

const counts: readonly SystemField[] = [
  count('open_deals_count', 'Open deals'),
  count('related_open_deals_count', 'Related open deals'),
  count('closed_deals_count', 'Closed deals'),
  count('related_closed_deals_count', 'Related closed deals'),
  count('won_deals_count', 'Won deals'),
  count('lost_deals_count', 'Lost deals'),
  count('activities_count', 'Total activities'),
  count('done_activities_count', 'Done activities'),
  count('undone_activities_count', 'Activities to do'),
  count('files_count', 'Files'),
  count('notes_count', 'Notes'),
  count('followers_count', 'Followers'),
  count('email_messages_count', 'Email messages count'),
];

const person: readonly SystemField[] = [
  { key: 'id', name: 'ID', type: 'int' },
  { key: 'name', name: 'Name', type: 'varchar', add: true, bulk: true, mandatory: true },
  { key: 'first_name', name: 'First name', type: 'varchar', bulk: true },
  { key: 'last_name', name: 'Last name', type: 'varchar', bulk: true },
  { key: 'label', code: 'label_ids', name: 'Labels', type: 'enum', codeType: 'set', options: labels, add: true, bulk: true },
  { key: 'phone', code: 'phones', name: 'Phone', type: 'phone', add: true, bulk: true },
  { key: 'email', code: 'emails', name: 'Email', type: 'varchar', add: true, bulk: true },
  { key: 'org_id', name: 'Organization', type: 'org', add: true, bulk: true },
  { key: 'owner_id', name: 'Owner', type: 'user', add: true, bulk: true, mandatory: true },
  { key: 'visible_to', name: 'Visible to', type: 'visible_to', options: visibility, bulk: true, mandatory: true },
  { key: 'add_time', name: 'Person created', type: 'date', mandatory: true },
  { key: 'update_time', name: 'Update time', type: 'date', mandatory: true },
  { key: 'delete_time', code: null, name: 'Delete time', type: 'date' },
  { key: 'active_flag', code: 'is_deleted', name: 'Active', type: 'boolean' },
  { key: 'picture_id', name: 'Profile picture', type: 'picture' },
  { key: 'im', name: 'Instant messenger', type: 'varchar', bulk: true },
  { key: 'postal_address', name: 'Postal address', type: 'address', bulk: true },
  {
    key: 'notes',
    name: 'Notes',
    type: 'text',
    bulk: true,
    description: 'Free text about the person, kept in sync with the address book',
  },
  { key: 'birthday', name: 'Birthday', type: 'date', bulk: true },
  { key: 'job_title', name: 'Job title', type: 'varchar', add: true, bulk: true },
  {
    key: 'marketing_status',
    name: 'Marketing status',
    type: 'enum',
    optional: true,
    bulk: true,
    options: [
      { id: 'no_consent', label: 'No consent' },
      { id: 'unsubscribed', label: 'Unsubscribed' },
      { id: 'subscribed', label: 'Subscribed' },
      { id: 'archived', label: 'Archived' },
    ],
  },
  { key: 'next_activity_date', code: null, name: 'Next activity date', type: 'date' },
  { key: 'next_activity_id', name: 'Next activity', type: 'activity', optional: true },
  { key: 'last_activity_date', code: null, name: 'Last activity date', type: 'date' },
  { key: 'last_activity_id', name: 'Last activity', type: 'activity', optional: true },
  { key: 'last_incoming_mail_time', name: 'Last email received', type: 'date', optional: true },
  { key: 'last_outgoing_mail_time', name: 'Last email sent', type: 'date', optional: true },
  ...counts,
];

const product: readonly SystemField[] = [
  { key: 'id', name: 'ID', type: 'int' },
  { key: 'name', name: 'Name', type: 'varchar', add: true, bulk: true, mandatory: true },
  { key: 'code', name: 'Product code', type: 'varchar', add: true, bulk: true },
  { key: 'description', name: 'Description', type: 'text', add: true, bulk: true },
  {
    key: 'category',
    name: 'Category',
    type: 'enum',
    add: true,
    bulk: true,
    options: [
      { id: 21, label: 'Machines', color: 'blue' },
      { id: 22, label: 'Spare parts', color: 'yellow' },
      { id: 23, label: 'Services', color: 'green' },
      { id: 24, label: 'Software', color: 'purple' },
    ],
  },
  { key: 'unit', name: 'Unit', type: 'varchar', add: true, bulk: true },
  { key: 'unit_prices', code: 'prices', name: 'Unit prices', type: 'price_list', add: true },
  { key: 'tax', name: 'Tax', type: 'double', add: true, bulk: true },
  { key: 'owner_id', name: 'Owner', type: 'user', bulk: true, mandatory: true },
  { key: 'visible_to', name: 'Visible to', type: 'visible_to', options: visibility, bulk: true, mandatory: true },
  { key: 'selectable', code: 'is_linkable', name: 'Linkable', type: 'boolean', bulk: true },
  { key: 'active_flag', code: 'is_deleted', name: 'Active', type: 'boolean' },
  {
    key: 'billing_frequency',
    name: 'Billing frequency',
    type: 'billing_frequency',
    add: true,
    options: ['one-time', 'weekly', 'monthly', 'quarterly', 'semi-annually', 'annually'].map((id) => ({ id, label: id })),
  },
  { key: 'billing_frequency_cycles', name: 'Billing cycles', type: 'int', add: true },
  { key: 'add_time', name: 'Product created', type: 'date' },
  { key: 'update_time', name: 'Update time', type: 'date' },
];

const organization: readonly SystemField[] = [
  { key: 'name', name: 'Name', type: 'varchar', add: true, bulk: true, mandatory: true },
  { key: 'owner_id', name: 'Owner', type: 'user', bulk: true, mandatory: true },
  { key: 'label', code: 'label_ids', name: 'Labels', type: 'enum', codeType: 'set', options: labels, bulk: true },
  { key: 'address', name: 'Address', type: 'address', bulk: true },
  { key: 'visible_to', name: 'Visible to', type: 'visible_to', options: visibility, bulk: true, mandatory: true },
];

/** The fields Pipedrive brings with it, by entity, in their order. */
export const systemFields: Readonly<Record<FieldEntity, readonly SystemField[]>> = {
  person,
  product,
  organization,
  deal: [],
};
