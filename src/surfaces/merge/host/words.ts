import { env, l10n } from 'vscode';
import { fieldTitle, titleOf } from '../../../kinds/title.ts';
import type { MergeRow } from '../../../model/mergePlan.ts';
import type { PipedriveRecord } from '../../../model/record.ts';
import type { Kind } from '../../../kinds/index.ts';
import { unlinked } from '../../shared/problems.ts';
import { quoted } from '../../shared/quoted.ts';

/** Two records that may well be called the same. */
export interface Two {
  readonly kind: Kind;
  readonly absorbed: PipedriveRecord;
  readonly survivor: PipedriveRecord;
}

/** What both are called in a sentence; by their ids, too, where their names are the same. */
export function called({ kind, absorbed, survivor }: Two): { readonly absorbed: string; readonly survivor: string } {
  const [one, other] = [titleOf(kind, absorbed, 60), titleOf(kind, survivor, 60)];
  const alike = one.toLocaleLowerCase() === other.toLocaleLowerCase();
  const name = (title: string, { id }: PipedriveRecord) => unlinked(alike ? l10n.t('“{0}” ({1})', title, id) : quoted(title));
  return { absorbed: name(one, absorbed), survivor: name(other, survivor) };
}

/** What hangs off the absorbed one and moves over; empty for nothing. */
export function movesOf({ kind, absorbed }: Two): string {
  return listed(kind.merge?.moves.of(absorbed) ?? []);
}

/** The names of the rows' fields, the first few of them. */
export function fieldsOf(rows: readonly Pick<MergeRow, 'field'>[]): string {
  const most = 6;
  const names = rows.slice(0, most).map(({ field }) => quoted(unlinked(fieldTitle(field, 40))));
  return rows.length > most ? l10n.t('{0} and {1} more', names.join(', '), rows.length - most) : listed(names);
}

/** `a, b and c`, as the person's language has it. */
const listed = (parts: readonly string[]): string => new Intl.ListFormat(env.language).format(parts);
