/** What hangs off a person, by the key of its count. */
export const attached = {
  open_deals_count: ['{0} open deal', '{0} open deals'],
  closed_deals_count: ['{0} closed deal', '{0} closed deals'],
  activities_count: ['{0} activity', '{0} activities'],
  notes_count: ['{0} note', '{0} notes'],
  files_count: ['{0} file', '{0} files'],
  email_messages_count: ['{0} e-mail', '{0} e-mails'],
} as const;
