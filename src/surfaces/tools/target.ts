import { kinds, type Kind } from '../../kinds/index.ts';
import { fieldTitle, titleOf } from '../../kinds/title.ts';
import type { Records } from '../../kinds/records.ts';
import type { Field } from '../../model/field.ts';
import type { RecordId } from '../../model/record.ts';
import { idIn } from '../document/address.ts';
import { Mistake } from './answers.ts';
import { folded, meant } from './meant.ts';

/** The kind that a word names. @throws Mistake */
export function kindNamed(word: string): Kind {
  return meant(
    'kind of records',
    word,
    kinds.map((kind) => ({ of: kind, spelled: [kind.words.one, kind.words.many, kind.id, kind.folder] as const })),
  );
}

/** The field that a name or key names. @throws Mistake */
export function fieldNamed(fields: readonly Field[], text: string): Field {
  return meant(
    'field',
    text,
    fields.map((field) => ({ of: field, spelled: [fieldTitle(field), field.key] as const })),
  );
}

/**
 * The id of a record that is given by id or by its exact name.
 * @throws Mistake where no record, or more than one, has the name
 * @throws PipedriveError
 */
export async function recordNamed(
  records: Records,
  kind: Kind,
  accountId: string,
  named: string | number,
  signal: AbortSignal,
): Promise<RecordId> {
  const text = String(named).trim();
  const byId = /^\d+$/.test(text) || /^[0-9a-f]{40}$/.test(text) ? idIn(kind, text) : undefined;
  if (byId !== undefined) return byId;
  if (kind.search && text.length < 2) throw new Mistake('A name of at least two characters, or an id, is needed.');
  const rows = kind.search
    ? (await records.search(kind, accountId, { term: text }, { signal })).items.map(({ id, name }) => ({
        id: id as RecordId,
        name,
      }))
    : (await records.list(kind, accountId, { signal })).items.map((row) => ({ id: row.id, name: titleOf(kind, row) }));
  const word = kind.words.one.toLowerCase();
  if (rows.length === 0)
    throw new Mistake(`There is no ${word} ${JSON.stringify(text)}. Search by another spelling, or give the id.`);
  const same = rows.filter(({ name }) => folded(name) === folded(text));
  // Two of one name are told apart by their ids.
  const all = (same.length > 1 ? same : rows).map(({ id, name }) => ({ of: id, spelled: [name, `id ${id}`] as const }));
  return meant(word, text, all);
}
