import * as l10n from '@vscode/l10n';
import { counted } from '../counted.ts';
import type { Merging } from '../merging.ts';
import { attached } from './attached.ts';

/** Of Pipedrive's own values those that a person has one of; the parts of a name follow it. */
const own: ReadonlySet<string> = new Set([
  ...['name', 'label_ids', 'phones', 'emails', 'org_id', 'owner_id', 'visible_to', 'marketing_status'],
  ...['job_title', 'birthday', 'postal_address', 'notes', 'picture_id'],
]);

/** The survivor's value wins, and its empty ones are filled: https://pipedrive.readme.io/docs/merging-two-persons */
export const merging: Merging = {
  words: {
    merge: l10n.t('Merge Persons…'),
    mergeInto: l10n.t('Merge into…'),
    rebuild: l10n.t('Rebuild the Removed Person…'),
    two: l10n.t('Merge two persons'),
    onlyTwo: l10n.t('Select two persons to merge, and nothing else.'),
  },
  takesPart: ({ key, custom }) => custom || own.has(key),
  joins: ({ key }) => key === 'phones' || key === 'emails',
  moves: counted({ ...attached, followers_count: [l10n.t('{0} follower'), l10n.t('{0} followers')] }),
  plan: (kept) => [
    { operation: 'person.get', count: 3 },
    ...(kept ? [{ operation: 'person.update' } as const] : []),
    { operation: 'person.merge' },
  ],
  run: ({ api }, absorbed, survivor, options) => api.merge(absorbed, survivor, options),
};
