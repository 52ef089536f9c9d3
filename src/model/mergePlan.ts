import type { Field } from './field.ts';
import { equalValues, fieldTypes, valueOf, writeValue } from './fieldTypes/index.ts';
import type { Values } from './record.ts';

/**
 * What becomes of a field when two records become one:
 * - `same`: both have it, or neither
 * - `stays`: the survivor's, and the absorbed one's is lost if it has one
 * - `moves`: the survivor has none, so the absorbed one's fills it
 * - `joined`: Pipedrive puts both together
 * - `kept`: the absorbed one's is written to the survivor first
 */
export type Fate = 'same' | 'stays' | 'moves' | 'joined' | 'kept';

/** One field in the rehearsal of a merge. All values are parsed; `null` is unset. */
export interface MergeRow {
  readonly field: Field;
  readonly fate: Fate;
  readonly survivor: unknown;
  readonly absorbed: unknown;
  /** What the survivor has afterwards. */
  readonly result: unknown;
  /** What nobody has afterwards; `null` for nothing. Of a list only what is not in the result. */
  readonly lost: unknown;
  /** Whether what the absorbed one has can be kept by writing it to the survivor first. */
  readonly keepable: boolean;
}

/** What decides about a merge, beside the two records. */
export interface MergeRules {
  /** The fields that a merge decides about, in the order they are shown. */
  readonly fields: readonly Field[];
  /** Whether Pipedrive itself puts both values together. */
  readonly joins: (field: Field) => boolean;
}

/**
 * What will be when `absorbed` is merged into `survivor`: the survivor's value, else the other's.
 * @param ticked keys of the fields whose absorbed value a person wants kept; a list is then added to the survivor's
 */
export function mergePlan(
  { fields, joins }: MergeRules,
  survivor: Values,
  absorbed: Values,
  ticked: ReadonlySet<string> = new Set(),
): readonly MergeRow[] {
  return fields.map((field) => {
    const ours = valueOf(field, survivor);
    const theirs = valueOf(field, absorbed);
    const row = (fate: Fate, result: unknown, lost: unknown = null, keepable = false): MergeRow => ({
      ...{ field, fate, survivor: ours, absorbed: theirs, result, lost, keepable },
    });
    if (equalValues(field, ours, theirs)) return row('same', ours);
    if (ours === null) return row('moves', theirs);
    if (theirs === null) return row('stays', ours);
    const lacking = lackingIn(field, ours, theirs);
    const together = lacking && [...lacking.ours, ...lacking.more];
    if (lacking?.more.length === 0) return row('stays', ours);
    if (joins(field) && together) return row('joined', together);
    if (!ticked.has(field.key) || !field.writable) return row('stays', ours, lacking?.more ?? theirs, field.writable);
    return together ? row('kept', together, null, true) : row('kept', theirs, ours, true);
  });
}

/** What is to be written to the survivor before it is merged, by field key. */
export function keptValues(plan: readonly MergeRow[]): Values {
  const kept = plan.filter(({ fate }) => fate === 'kept');
  return Object.fromEntries(kept.map(({ field, result }) => [field.key, writeValue(field, result)]));
}

/** The survivor's list, and what of the other's it lacks; none where the type holds one value. */
function lackingIn(
  { type }: Field,
  ours: unknown,
  theirs: unknown,
): { readonly ours: readonly unknown[]; readonly more: readonly unknown[] } | undefined {
  const its = fieldTypes[type];
  if (!its.lacking || !Array.isArray(ours) || !Array.isArray(theirs)) return undefined;
  return { ours: ours as readonly unknown[], more: its.lacking(ours, theirs) };
}
