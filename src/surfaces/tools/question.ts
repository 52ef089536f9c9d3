import { l10n, type LanguageModelToolConfirmationMessages, MarkdownString } from 'vscode';
import { displayText } from '../../model/displayText.ts';
import { isObject } from '../../model/isObject.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { companyOf } from '../shared/company.ts';
import { isCancelled } from '../shared/problems.ts';
import type { ToolParts } from './parts.ts';
import { fieldNamed, kindNamed } from './target.ts';

/** What a person is asked before a proposal is made: of which record, and which fields it is about. */
export async function question(
  parts: ToolParts,
  id: 'update' | 'create',
  input: unknown,
  signal: AbortSignal,
): Promise<LanguageModelToolConfirmationMessages> {
  const { kind, record, fields } = isObject(input) ? input : {};
  const given = isObject(fields) ? Object.keys(fields) : [];
  const { word, names } = await known(parts, String(kind), given, signal);
  const company = companyOf(parts.accounts.active) || l10n.t('no account');
  const listed = names.map((name) => displayText(name, 60)).join(', ');
  const one = displayText(word, 60);
  const message = new MarkdownString();
  if (id === 'create') {
    message.appendText(l10n.t('{0} in {1}, with: {2}. Nothing is saved until you save it.', one, company, listed));
    return { title: l10n.t('Propose a new record in Pipedrive?'), message };
  }
  const which = displayText(String(record), 80);
  message.appendText(l10n.t('{0} {1} in {2}: {3}. Nothing is saved until you save it.', one, which, company, listed));
  return { title: l10n.t('Propose a change in Pipedrive?'), message };
}

/** What a model calls the kind and the fields, in the account's words. */
async function known({ accounts, room }: ToolParts, word: string, given: readonly string[], signal: AbortSignal) {
  const accountId = accounts.active?.id;
  if (accountId === undefined) return { word, names: given };
  try {
    const kind = kindNamed(word);
    const fields = await room.documents.records.fields(kind, accountId, { signal });
    return { word: kind.words.one, names: given.map((name) => fieldTitle(fieldNamed(fields, name))) };
  } catch (error) {
    if (isCancelled(error)) throw error;
    // The question is asked in the model's words; what is wrong with them the call itself tells the model.
    return { word, names: given };
  }
}
