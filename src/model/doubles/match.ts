import type { Folded } from './row.ts';
import { alike } from './slips.ts';

export type ReasonSort = 'email' | 'phone' | 'name' | 'similarName' | 'organization';

/** Why two records may be one. */
export interface Reason {
  readonly sort: ReasonSort;
  /** What both have: an address, a number, a name; empty where there is nothing to show. */
  readonly text: string;
  /** How many records have it. */
  readonly count: number;
}

/** How many records have a value, so that what many have says little. */
export type Count = (sort: 'email' | 'phone' | 'name', value: string) => number;

/** How sure one reason alone makes, of what two records alone share. Chosen so that a made set with known doubles comes out in order. */
const weights = { email: 0.9, role: 0.45, phone: 0.6, name: 0.6, word: 0.25, similarName: 0.4, organization: 0.3 } as const;

/** Mailboxes that belong to a place and not to a person. */
const roles = new Set(
  'admin billing contact hello help info kontakt mail office postmaster reception sales service support team'.split(' '),
);

/**
 * Why two records may be one, and how sure that makes, 1 to 100; none where they share nothing that says so.
 *
 * @param most records that may share a value; what more have is no reason
 */
export function match(
  a: Folded,
  b: Folded,
  count: Count,
  most: number,
): { reasons: readonly Reason[]; score: number } | undefined {
  const shared = (sort: 'email' | 'phone' | 'name', values: readonly string[]): Reason[] =>
    values.map((text) => ({ sort, text, count: count(sort, text) })).filter((reason) => reason.count <= most);
  const named = a.key !== '' && b.key !== '';
  const reasons: Reason[] = [
    ...shared('email', common(a.emails, b.emails)),
    ...shared('phone', common(a.phones, b.phones)),
    ...shared('name', named && a.key === b.key ? [a.key] : []),
    ...(named && a.key !== b.key && alike(a.key, b.key) ? [{ sort: 'similarName', text: '', count: 2 } as const] : []),
  ];
  if (reasons.length === 0) return undefined;
  if (a.organization !== undefined && a.organization === b.organization) {
    reasons.push({ sort: 'organization', text: '', count: 2 });
  }
  return { reasons, score: score(reasons, named && !reasons.some(isOfName) && strangers(a.key, b.key)) };
}

const isOfName = ({ sort }: Reason): boolean => sort === 'name' || sort === 'similarName';

/** Each reason leaves a part of the doubt; names that have nothing in common bring some back. */
function score(reasons: readonly Reason[], otherNames: boolean): number {
  const byName = reasons.some(isOfName);
  const doubt = reasons.reduce((left, reason) => left * (1 - weight(reason, byName)), 1);
  return Math.max(1, Math.round((1 - doubt) * (otherNames ? 60 : 100)));
}

function weight({ sort, text, count }: Reason, byName: boolean): number {
  const few = 2 / Math.max(2, count);
  switch (sort) {
    case 'email':
      return (roles.has(text.slice(0, text.indexOf('@'))) ? weights.role : weights.email) * Math.sqrt(few);
    case 'phone':
      return weights.phone * few;
    case 'name':
      return (text.includes(' ') ? weights.name : weights.word) * Math.sqrt(few);
    case 'similarName':
      return weights.similarName;
    case 'organization':
      // Colleagues have a switchboard in common; a namesake among them is another matter.
      return byName ? weights.organization : 0;
  }
}

const common = (a: readonly string[], b: readonly string[]): string[] => a.filter((value) => b.includes(value));

/** Whether two names have no word in common. */
function strangers(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  return !other.split(' ').some((word) => words.has(word));
}
