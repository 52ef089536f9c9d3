import { l10n } from 'vscode';
import type { Field } from '../../model/field.ts';
import { validateValue, valueOf } from '../../model/fieldTypes/index.ts';
import type { ContactEntry } from '../../model/values.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { inCompany } from '../shared/company.ts';
import { Refusal } from '../shared/problems.ts';
import { askChoices, askLine, choiceOf } from './ask.ts';
import { beginChange, type Changing } from './change.ts';
import type { ValueNode } from './nodes.ts';
import type { ActionParts } from './parts.ts';
import { quickEditors, type QuickEditor } from './quickEditors.ts';
import { nameOf, type Target } from './target.ts';
import { entriesOf } from './valueRows.ts';

/** Asks for one value of a row and saves it at once, or beside the unsaved edits of the record's document. */
export async function editValue({ of, field, entry }: ValueNode, parts: ActionParts): Promise<void> {
  const { account, kind, record } = of;
  const target: Target = { address: { accountId: account.id, kind, id: record.id }, record };
  const editor = quickEditors[field.type];
  if (editor)
    await editors[editor](
      await beginChange(target, field.key, parts),
      inCompany(titleOf(field, target), parts.accounts, account.id),
      entry,
    );
}

type Edit = (changing: Changing, title: string, entry: ContactEntry | undefined) => Promise<void>;

const editors: { readonly [E in QuickEditor]: Edit } = {
  line: ({ field, now, save }, title) =>
    askLine({
      title,
      prompt: '',
      value: String(valueOf(field, now) ?? ''),
      validate: (typed) => wrong(field, typed === '' ? null : typed),
      save: (typed) => save(typed === '' ? null : typed),
    }),
  entry: editEntry,
  choices: editChoices,
};

/** Changes one entry of several; without text it is taken out. */
async function editEntry({ field, now, save }: Changing, title: string, entry: ContactEntry | undefined): Promise<void> {
  const entries = entriesOf(field, now[field.key]);
  const place = entry ? entries.findIndex(({ value, label }) => value === entry.value && label === entry.label) : entries.length;
  if (place < 0) throw new Refusal(l10n.t('The document with unsaved changes no longer holds this entry. Change it there.'));
  const withValue = (typed: string): readonly ContactEntry[] => {
    const value = typed.trim();
    return entries.toSpliced(place, 1, ...(value === '' ? [] : [{ ...entries[place], value }]));
  };
  await askLine({
    title,
    prompt: entry ? l10n.t('Without text it is taken out.') : '',
    value: entry?.value ?? '',
    validate: (typed) => wrong(field, valueOf(field, { [field.key]: withValue(typed) })),
    save: (typed) => save(withValue(typed)),
  });
}

/** Changes which of the field's options a record has; those that it has and the field no longer offers stay. */
async function editChoices({ field, now, save }: Changing, title: string): Promise<void> {
  const value = valueOf(field, now);
  const held: readonly unknown[] = Array.isArray(value) ? value : [];
  const choices = field.options.map(choiceOf);
  const others = held.filter((id) => choices.every((choice) => choice.id !== id));
  await askChoices({
    title,
    prompt: choices.length > 0 ? l10n.t('Choose any number') : l10n.t('This field has no options yet.'),
    choices,
    picked: choices.filter(({ id }) => held.includes(id)),
    save: (picked) => save([...picked.map(({ id }) => id), ...others]),
  });
}

function wrong(field: Field, value: unknown): string | undefined {
  const sentence = validateValue(field, value);
  return sentence?.text;
}

const titleOf = (field: Field, target: Target): string => l10n.t('{0} of “{1}”', fieldTitle(field, 60), nameOf(target));
