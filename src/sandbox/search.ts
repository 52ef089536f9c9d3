import type { Note } from './attachments.ts';
import type { CustomValues, Deal, Field, Organization, Person, Product } from './records.ts';
import type { Store } from './store.ts';

/** A text of a record that can be searched, with the name of the search field it belongs to. */
interface Place {
  field: string;
  text: string;
}

export interface Question {
  term: string;
  /** Empty for all. */
  fields: ReadonlySet<string>;
  exact: boolean;
}

export interface Hit<Row> {
  row: Row;
  score: number;
  /** The values of the account's own fields in which the term was found. */
  customFields: string[];
  /** The notes in which the term was found. */
  notes: string[];
}

const searchableTypes = new Set(['address', 'varchar', 'text', 'varchar_auto', 'double', 'monetary', 'phone']);

function customPlaces(fields: ReadonlyMap<string, Field>, values: CustomValues): Place[] {
  const places: Place[] = [];
  for (const [key, value] of values) {
    if (!searchableTypes.has(fields.get(key)?.type ?? '')) continue;
    const text = typeof value === 'object' && 'value' in value ? value.value : value;
    places.push({ field: 'custom_fields', text: String(text) });
  }
  return places;
}

function notePlaces(notes: readonly Note[]): Place[] {
  return notes.filter((note) => note.deleteTime === null).map((note) => ({ field: 'notes', text: note.content }));
}

/** Finds the rows that hold the term; the better the fit, the earlier. */
function find<Row extends { id: number; deleteTime: number | null }>(
  rows: readonly Row[],
  question: Question,
  places: (row: Row) => Place[],
): Hit<Row>[] {
  const term = question.term.toLowerCase();
  const hits: Hit<Row>[] = [];
  for (const row of rows) {
    if (row.deleteTime !== null) continue;
    let score = 0;
    const customFields: string[] = [];
    const notes: string[] = [];
    for (const { field, text } of places(row)) {
      if (question.fields.size > 0 && !question.fields.has(field)) continue;
      const fit = fitOf(text.toLowerCase(), term, question.exact, field === 'phone');
      if (fit > 0 && field === 'custom_fields') customFields.push(text);
      if (fit > 0 && field === 'notes') notes.push(text);
      score = Math.max(score, field === 'name' || field === 'title' ? fit : fit / 2);
    }
    if (score > 0) hits.push({ row, score, customFields, notes });
  }
  return hits.sort((a, b) => b.score - a.score || a.row.id - b.row.id);
}

function fitOf(text: string, term: string, exact: boolean, phone: boolean): number {
  if (text === term) return 1;
  if (exact) return 0;
  if (text.includes(term)) return term.length / text.length / 2 + (text.startsWith(term) ? 0.4 : 0.1);
  // A phone number is found by its digits, however they are grouped.
  const digits = phone ? term.replaceAll(/\D/g, '') : '';
  return digits.length > 2 && text.replaceAll(/\D/g, '').includes(digits) ? 0.3 : 0;
}

export const personSearchFields = ['name', 'email', 'phone', 'notes', 'custom_fields'] as const;
export const productSearchFields = ['name', 'code', 'custom_fields'] as const;
export const dealSearchFields = ['title', 'notes', 'custom_fields'] as const;
export const organizationSearchFields = ['name', 'address', 'notes', 'custom_fields'] as const;

export function findPersons(store: Store, question: Question, orgId: number | undefined): Hit<Person>[] {
  const own = store.customFields('person');
  const rows = orgId === undefined ? store.persons.all() : store.persons.by('orgId', orgId).slice(0, 2_000);
  return find(rows, question, (person) => [
    { field: 'name', text: person.name },
    ...person.emails.map(({ value }) => ({ field: 'email', text: value })),
    ...person.phones.map(({ value }) => ({ field: 'phone', text: value })),
    ...notePlaces(store.notes.by('personId', person.id)),
    ...customPlaces(own, person.custom),
  ]);
}

export function findProducts(store: Store, question: Question): Hit<Product>[] {
  const own = store.customFields('product');
  return find(store.products.all(), question, (product) => [
    { field: 'name', text: product.name },
    { field: 'code', text: product.code ?? '' },
    ...customPlaces(own, product.custom),
  ]);
}

export function findOrganizations(store: Store, question: Question): Hit<Organization>[] {
  const own = store.customFields('organization');
  return find(store.organizations.all(), question, (organization) => [
    { field: 'name', text: organization.name },
    { field: 'address', text: organization.address?.value ?? '' },
    ...notePlaces(store.notes.by('orgId', organization.id)),
    ...customPlaces(own, organization.custom),
  ]);
}

export function findDeals(store: Store, question: Question): Hit<Deal>[] {
  return find(store.deals.all(), question, (deal) => [
    { field: 'title', text: deal.title },
    ...notePlaces(store.notes.by('dealId', deal.id)),
  ]);
}
