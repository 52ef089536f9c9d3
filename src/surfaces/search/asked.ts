import { l10n } from 'vscode';
import type { Account } from '../../account/types.ts';
import type { SearchField } from '../../api/types.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import { shortestTerm, type Question, type Searching } from '../../kinds/searching.ts';
import { displayText } from '../../model/displayText.ts';
import { listedFields, listedKinds } from './words.ts';

/** What a person searches for, and how. */
export interface Asked {
  readonly term: string;
  readonly exact: boolean;
  /** Where to look; absent for everywhere. */
  readonly fields?: readonly SearchField[];
  readonly organization?: { readonly id: number; readonly name: string };
}

/** A kind that has a search. */
export type SearchedKind = Kind & { readonly search: Searching };

export const searchable: readonly SearchedKind[] = kinds.filter((kind): kind is SearchedKind => kind.search !== undefined);

/** All that there is to look in, in the kinds' order. */
export const allFields: readonly SearchField[] = [...new Set(searchable.flatMap(({ search }) => search.fields))];

/** The kinds that are searched this way. */
export const kindsOf = ({ fields, organization }: Asked): readonly SearchedKind[] =>
  searchable.filter(
    ({ search }) =>
      (organization === undefined || search.inOrganization) &&
      (fields === undefined || search.fields.some((field) => fields.includes(field))),
  );

/** What is asked of each kind; none where there is too little to ask. */
export function questionOf({ term, exact, fields, organization }: Asked): Question | undefined {
  const typed = term.trim();
  if (typed.length < shortestTerm({ exact })) return undefined;
  return {
    term: typed,
    ...(exact && { exact }),
    ...(fields && { fields }),
    ...(organization && { organization: organization.id }),
  };
}

/** Where is looked: `names and notes of persons`. */
export function whereOf(asked: Asked): string {
  const searched = kindsOf(asked);
  const looked = (asked.fields ?? allFields).filter((field) => searched.some(({ search }) => search.fields.includes(field)));
  return l10n.t({
    message: '{0} of {1}',
    args: [listedFields(looked), listedKinds(searched)],
    comment: ['names and notes of persons'],
  });
}

/** All that narrows a search, so that nobody misses what it leaves out. */
export function titleOf(asked: Asked, { company }: Account): string {
  const { exact, fields, organization } = asked;
  return [
    l10n.t('Search {0}', displayText(company, 60)),
    organization ? l10n.t('in {0}', displayText(organization.name, 60)) : '',
    exact ? l10n.t('exact match') : '',
    fields ? l10n.t('only {0}', listedFields(fields)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
