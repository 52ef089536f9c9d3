import { env, l10n } from 'vscode';
import type { Kind } from '../../kinds/index.ts';
import { sentenceOf, unlinked } from '../shared/problems.ts';
import { quoted } from '../shared/quoted.ts';
import { nameOf, type Target } from './target.ts';
import { countOf } from '../../kinds/counted.ts';

/** How many names a sentence holds. */
export const mostNames = 5;

/** A record that something could not be done with, and why. */
export interface Left {
  readonly target: Target;
  readonly error: unknown;
}

/** `a, b and c`, as the person's language has it. */
export const listed = (parts: readonly string[]): string => new Intl.ListFormat(env.language).format(parts);

/** How many of which kind: `3 persons and 2 products`. */
export function counted(targets: readonly Target[]): string {
  const counts = new Map<Kind, number>();
  for (const { address } of targets) counts.set(address.kind, (counts.get(address.kind) ?? 0) + 1);
  return listed([...counts].map(([{ words }, count]) => countOf(words.counted, count)));
}

/** One record by its name, several by their number. */
export function called(targets: readonly Target[]): string {
  const [only] = targets;
  return only && targets.length === 1 ? quoted(nameOf(only)) : counted(targets);
}

/** The first few by their names. */
export function named(targets: readonly Target[]): string {
  const names = targets.slice(0, mostNames).map((target) => quoted(nameOf(target)));
  const more = targets.length - names.length;
  return more > 0 ? l10n.t('{0} and {1} more', names.join(', '), more) : listed(names);
}

/** What was left out and why; those with the same reason stand together. */
export function reasons(left: readonly Left[]): string {
  const by = new Map<string, Target[]>();
  for (const { target, error } of left) {
    const reason = unlinked(sentenceOf(error));
    by.set(reason, [...(by.get(reason) ?? []), target]);
  }
  return [...by].map(([reason, targets]) => l10n.t('{0} ({1})', named(targets), reason)).join(', ');
}
