import * as l10n from '@vscode/l10n';

/** Every word of the view's own; what comes with the numbers comes from the host, ready to be read. */
export const words = {
  loading: () => l10n.t('Reading the numbers…'),
  noAnswer: () => l10n.t('The statistics could not be loaded.'),
  choose: () => l10n.t('What is shown'),
  period: () => l10n.t('Period'),
  ownDates: () => l10n.t('Own dates'),
  from: () => l10n.t('From'),
  until: () => l10n.t('Until'),
  user: () => l10n.t('Deals of'),
  compare: () => l10n.t('Compare with'),
  show: () => l10n.t('Show'),
  again: () => l10n.t('Read Again'),
  exported: () => l10n.t('Export as CSV…'),
  datesMissing: () => l10n.t('Give both dates.'),
  datesTurned: () => l10n.t('“Until” must not be before “From”.'),
  asTable: (title: string) => l10n.t('{0} as a table', title),
  what: () => l10n.t('Number'),
  change: () => l10n.t('Change'),
  valueOf: (head: string) => l10n.t('Value, {0}', head),
  bar: (label: string, text: string) => l10n.t('{0}: {1}', label, text),
  bars: (label: string, text: string, before: string) => l10n.t('{0}: {1}, before {2}', label, text, before),
  before: () => l10n.t('before'),
} as const;
