import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { FilterChoice, Grouping, Heading, ListFilter } from './listed.ts';

/** The key of a record's name; the letter is its first character, as Pipedrive tells it. */
const letterOf = ({ values: { name } }: PipedriveRecord): string | undefined => {
  const [first] = typeof name === 'string' ? name : '';
  return first?.toLocaleLowerCase('en');
};

const ownerOf = ({ values: { owner_id: owner } }: PipedriveRecord): string | undefined =>
  typeof owner === 'number' ? String(owner) : undefined;

/** Users by name, those who left behind the others. */
export async function usersOf({ api }: Session) {
  const users = await api.users();
  return users.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
}

export const byOwner: ListFilter = {
  id: 'owner',
  label: l10n.t('Owner'),
  icon: 'account',
  keys: ['owner_id'],
  ask: 'choice',
  choices: async (session) =>
    (await usersOf(session)).map(({ id, name, email }) => ({ query: { owner_id: id }, label: name, detail: email })),
  holds: (record, query) => {
    const owner = ownerOf(record);
    return owner === undefined ? undefined : owner === String(query['owner_id']);
  },
};

export const byLetter: ListFilter = {
  id: 'letter',
  label: l10n.t('First letter'),
  icon: 'symbol-string',
  keys: ['first_char'],
  ask: 'letter',
  holds: (record, query) => letterOf(record) === String(query['first_char']).toLocaleLowerCase('en'),
};

/** The filters that people saved. */
export async function savedFilters({ api }: Session, type: string): Promise<readonly FilterChoice[]> {
  return (await api.filters(type, { refresh: true })).map(({ id, name }) => ({ query: { filter_id: id }, label: name }));
}

/** @param type what Pipedrive calls the records that such filters are for */
export const bySaved = (type: string, replaces: readonly string[]): ListFilter => ({
  id: 'saved',
  label: l10n.t('Saved filter'),
  icon: 'filter',
  keys: ['filter_id'],
  replaces,
  ask: 'choice',
  choices: (session) => savedFilters(session, type),
});

export const byChange: ListFilter = {
  id: 'changed',
  label: l10n.t('Changed between'),
  said: l10n.t('Changed'),
  icon: 'history',
  keys: ['updated_since', 'updated_until'],
  ask: 'span',
  holds: ({ values: { update_time: at } }, { updated_since: since, updated_until: until }) => {
    if (typeof at !== 'string') return undefined;
    return (since === undefined || at >= String(since)) && (until === undefined || at <= String(until));
  },
};

export const underOwners: Grouping = {
  id: 'owner',
  label: l10n.t('By owner'),
  keys: ['owner_id'],
  headings: async (session) => ({
    items: (await usersOf(session)).map(
      ({ id, name, active }): Heading => ({
        ...{ id: String(id), label: name, icon: 'account', query: { owner_id: id } },
        ...(!active && { dimmed: true }),
      }),
    ),
    misfits: [],
  }),
  headingOf: ownerOf,
};

const alphabet = Array.from({ length: 26 }, (_, place) => String.fromCodePoint(97 + place));

/** The letters of the alphabet, and those that a person named: nobody tells which first letters there are. */
export const underLetters: Grouping = {
  id: 'letter',
  label: l10n.t('By first letter'),
  keys: ['first_char'],
  open: true,
  headings: async (_session, own) => ({
    items: [...new Set([...alphabet, ...own])].map(
      (letter): Heading => ({
        ...{ id: letter, label: letter.toLocaleUpperCase(), icon: 'symbol-string', query: { first_char: letter } },
      }),
    ),
    misfits: [],
  }),
  headingOf: letterOf,
};

/** The organizations, page by page; those without one stand under none of them. */
export const underOrganizations: Grouping = {
  id: 'organization',
  label: l10n.t('By organization'),
  keys: ['org_id'],
  note: l10n.t('Persons without an organization are not listed here'),
  headings: async ({ api }, _own, options) => {
    const page = await api.records('organization').list(options);
    const items = page.items.map(
      ({ id, values: { name } }): Heading => ({
        ...{ id: String(id), label: typeof name === 'string' ? name : '', icon: 'organization', query: { org_id: Number(id) } },
      }),
    );
    return { ...page, items };
  },
  headingOf: ({ values: { org_id: organization } }) =>
    organization === null ? null : typeof organization === 'number' ? String(organization) : undefined,
};
