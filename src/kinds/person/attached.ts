import * as l10n from '@vscode/l10n';
/** What hangs off a person, by the key of its count. */
export const attached = {
  open_deals_count: [l10n.t('{0} open deal'), l10n.t('{0} open deals')],
  closed_deals_count: [l10n.t('{0} closed deal'), l10n.t('{0} closed deals')],
  activities_count: [l10n.t('{0} activity'), l10n.t('{0} activities')],
  notes_count: [l10n.t('{0} note'), l10n.t('{0} notes')],
  files_count: [l10n.t('{0} file'), l10n.t('{0} files')],
  email_messages_count: [l10n.t('{0} e-mail'), l10n.t('{0} e-mails')],
} as const;
