import { l10n } from 'vscode';
import type { Sentence } from '../../model/sentence.ts';

/** A sentence of the model in the person's language. */
export function say(sentence: Sentence): string {
  return l10n.t(sentence.text, ...sentence.args);
}
