import type { Session } from '../../account/types.ts';
import type { Field } from '../../model/field.ts';
import { fieldTypes, validateValue } from '../../model/fieldTypes/index.ts';
import { isObject } from '../../model/isObject.ts';
import type { Names, Referred } from '../../kinds/names.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { moneyOf, numberOf } from './amounts.ts';
import { Mistake, quoted } from './answers.ts';
import { folded, meant } from './meant.ts';

/** What is asked about values that name something else. */
export interface Lookup {
  readonly session: Session;
  readonly names: Names;
  readonly signal: AbortSignal;
}

/**
 * A field's value in the model's shape, of what a language model wrote for it.
 *
 * @throws Mistake for what is no value of it, with what is
 * @throws PipedriveError
 */
export async function valueFor(field: Field, raw: unknown, lookup: Lookup): Promise<unknown> {
  const value = raw === null || raw === '' ? null : await shaped(field, raw, lookup);
  const parsed = fieldTypes[field.type].parse(value, field) ?? null;
  const wrong = validateValue(field, parsed);
  if (wrong) throw new Mistake(wrong.text);
  return parsed;
}

async function shaped(field: Field, raw: unknown, lookup: Lookup): Promise<unknown> {
  const name = fieldTitle(field);
  const { refersTo } = fieldTypes[field.type];
  if (refersTo) return referred(field, refersTo, raw, lookup);
  switch (field.type) {
    case 'enum':
    case 'visible_to':
      return optionOf(field, raw);
    case 'set':
    case 'labels':
      return (Array.isArray(raw) ? raw : [raw]).map((one) => optionOf(field, one));
    case 'monetary': {
      const money = moneyOf(name, raw);
      return money.currency === null ? money : { ...money, currency: await currencyOf(money.currency, lookup) };
    }
    case 'double':
    case 'int':
      return numberOf(raw) ?? raw;
    case 'boolean':
      return booleanOf(field, raw);
    case 'emails':
    case 'phones':
      return (Array.isArray(raw) ? raw : [raw]).map((one: unknown, place) =>
        typeof one === 'string' ? { value: one, label: 'work', primary: place === 0 } : one,
      );
    case 'time':
      return typeof raw === 'string' ? { value: raw } : raw;
    case 'address':
      return typeof raw === 'string' ? { value: raw } : raw;
    case 'daterange':
    case 'timerange':
      return isObject(raw) && 'from' in raw ? { value: raw['from'], until: raw['until'] } : raw;
    case 'currency':
      return currencyOf(String(raw), lookup);
    case 'varchar':
    case 'varchar_auto':
    case 'text':
    case 'phone':
      return typeof raw === 'number' ? String(raw) : raw;
    case 'user':
    case 'org':
    case 'people':
    case 'date':
    case 'datetime':
    case 'rows':
    case 'other':
      return raw;
  }
}

function optionOf(field: Field, raw: unknown): unknown {
  const byId = field.options.find(({ id }) => id === raw);
  if (byId) return byId.id;
  const all = field.options.map(({ id, label }) => ({ of: id, spelled: [label, String(id)] as const }));
  return meant(`option of ${JSON.stringify(fieldTitle(field))}`, String(raw), all);
}

function booleanOf(field: Field, raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  const label = field.options.find((option) => folded(option.label) === folded(raw));
  if (label) return String(label.id) === 'true';
  if (/^(?:true|yes)$/i.test(raw.trim())) return field.options.length > 0 ? raw : true;
  return /^(?:false|no)$/i.test(raw.trim()) && field.options.length === 0 ? false : raw;
}

async function currencyOf(code: string, { session, signal }: Lookup): Promise<string> {
  const all = await session.api.currencies({ signal });
  return meant(
    'currency',
    code.trim(),
    all.map((one) => ({ of: one.code, spelled: [one.code] as const })),
  );
}

async function referred(field: Field, of: Referred, raw: unknown, { session, names, signal }: Lookup): Promise<unknown> {
  if (of === 'user') {
    const all = (await session.api.users({ signal })).map(({ id, name, email }) => ({
      of: id,
      spelled: [name, String(id), email] as const,
    }));
    return meant('user', String(raw), all);
  }
  const text = String(raw).trim();
  if (/^\d+$/.test(text)) {
    const id = Number(text);
    const known = await names.of(session.account.id, [field], { values: { [field.key]: id }, names: {} });
    if (known[field.key] !== undefined) return id;
    throw new Mistake(`There is no ${of} with the id ${id}, or it is not to be seen. Give its exact name, or search for it.`);
  }
  if (text.length < 2)
    throw new Mistake(`A name of at least two characters, or an id, is needed for ${JSON.stringify(fieldTitle(field))}.`);
  const hits = await names.search(session.account.id, of, text, { signal });
  const exact = hits.filter((hit) => folded(hit.name) === folded(text));
  const [first, ...others] = exact;
  if (first && others.length === 0) return first.id;
  const listed = quoted((first ? exact : hits).map(({ id, name }) => `${name} (id ${id})`));
  if (first) throw new Mistake(`There is more than one ${of} of this name: ${listed}. Give the id of the one that is meant.`);
  throw new Mistake(
    `There is no ${of} ${JSON.stringify(text)}. ${hits.length > 0 ? `Did you mean ${listed}?` : 'Search by another spelling.'}`,
  );
}
