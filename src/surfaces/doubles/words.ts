import { env, l10n } from 'vscode';
import type { Kind } from '../../kinds/index.ts';
import { titleOf } from '../../kinds/title.ts';
import { displayText } from '../../model/displayText.ts';
import type { Crowd } from '../../model/doubles/finder.ts';
import type { Reason } from '../../model/doubles/match.ts';
import type { Folded } from '../../model/doubles/row.ts';
import { countOf } from '../../kinds/counted.ts';

/** A number as the person writes numbers. */
export const numeral = (count: number): string => count.toLocaleString(env.language);

/** `1 person`, `3,400 persons`. */
export const counted = ({ words }: Kind, count: number): string => countOf(words.counted, count);

export const countedPairs = (count: number): string => (count === 1 ? l10n.t('1 pair') : l10n.t('{0} pairs', numeral(count)));

/** What a record of a pair is called. */
export function nameOf(kind: Kind, { id, name }: Pick<Folded, 'id' | 'name'>): string {
  return titleOf(kind, { id, values: { [kind.nameKey]: name } }, 80);
}

/** Both names on one line; one that is written from right to left turns nothing around it. */
export function bothNames(names: readonly string[]): string {
  return names.map((name) => (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name)).join(' · ');
}

/** What two records share, as a sentence begins. */
export function reasonText({ sort, text, count }: Reason): string {
  const shown = displayText(text, 80);
  const reasons: { readonly [S in Reason['sort']]: string } = {
    email: l10n.t('Same e-mail {0}', shown),
    phone: l10n.t('Same phone {0}', shown),
    name: l10n.t('Same name'),
    similarName: l10n.t('Similar name'),
    organization: l10n.t('Same organization'),
  };
  return count > 2 ? l10n.t('{0} (shared by {1})', reasons[sort], numeral(count)) : reasons[sort];
}

/** A value that too many share. */
export function crowdText({ sort, text }: Crowd): string {
  const shown = displayText(text, 80);
  const texts: { readonly [S in Crowd['sort']]: string } = {
    email: shown,
    phone: shown,
    name: l10n.t('Name “{0}”', shown),
  };
  return texts[sort];
}
