import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import { applies, type Field } from '../../model/field.ts';
import { fieldTypes, problemsOf, valueOf } from '../../model/fieldTypes/index.ts';
import { misplaced } from '../../model/fieldTypes/rows.ts';
import type { Values } from '../../model/record.ts';
import { inside, sentence, type Sentence } from '../../model/sentence.ts';
import { nodeOf, type ParsedText, type TextProblem } from './recordText.ts';

/** What Pipedrive would refuse of a field's value, and where it stands. */
export interface FieldProblem extends TextProblem {
  readonly field: Field;
  /** Absent where the field is not in the text. */
  readonly node?: Node;
}

/**
 * Holds fields of a text against the rules of their types: the same for what is underlined and for what a save refuses.
 *
 * @param fields those to look at: the changed ones, since Pipedrive may hold what it would not take any more
 * @param rest what the record holds: whether a field has a meaning at all, and the rows that can be named
 */
export function fieldProblems(fields: readonly Field[], text: ParsedText, rest: Values = {}): readonly FieldProblem[] {
  const { values, root } = text;
  if (!values) return [];
  return fields.flatMap((field) => {
    if (!applies(field, { ...rest, ...values })) return [];
    const value = nodeOf(root, field);
    const mine = valueOf(field, values);
    return wrongIn(field, mine, value, field.key in rest ? valueOf(field, rest) : undefined).map((wrong) => {
      const node = value && nodeOf(root, field, wrong.at);
      // What is missing is missing from the whole.
      const place = { offset: node?.offset ?? root.offset, length: node?.length ?? 1 };
      return { field, sentence: wrong, ...(node ? { node } : {}), ...place };
    });
  });
}

function wrongIn(field: Field, mine: unknown, node: Node | undefined, there: unknown): readonly Sentence[] {
  const wrong = problemsOf(field, mine);
  if (wrong.length > 0) return wrong;
  const odd = there === undefined ? [] : misplaced(field, mine, there);
  if (odd.length > 0) return odd;
  const unknown = node && unknownPart(field, node);
  return unknown ? [unknown] : [];
}

/** A part that a value of several parts does not have: an amount's `currenci`. */
function unknownPart(field: Field, value: Node): Sentence | undefined {
  const { properties, additionalProperties } = fieldTypes[field.type].schema(field);
  if (value.type !== 'object' || additionalProperties !== false) return undefined;
  const keys = (value.children ?? []).map((property) => String(property.children?.[0]?.value));
  const unknown = keys.find((key) => !Object.hasOwn(properties as object, key));
  return unknown === undefined ? undefined : inside(sentence(l10n.t('“{0}” has no “{1}”.', field.name, unknown)), unknown);
}
