import { l10n, window, type Memento, type QuickPickItem } from 'vscode';
import type { SearchField } from '../../api/types.ts';
import { allFields, searchable } from './asked.ts';
import { fieldsWord, listedKinds } from './words.ts';

const key = 'search.fields';

/** Where searches look, as it was chosen last; absent for everywhere. */
export function rememberedFields(state: Memento): readonly SearchField[] | undefined {
  const stored: unknown = state.get(key);
  const known = Array.isArray(stored) ? allFields.filter((field) => stored.includes(field)) : [];
  return known.length === 0 || known.length === allFields.length ? undefined : known;
}

interface Choice extends QuickPickItem {
  readonly field: SearchField;
}

/** Lets a person choose where searches look, and remembers it. Leaves it as it was where the person leaves. */
export async function chooseFields(state: Memento): Promise<void> {
  const looked = rememberedFields(state) ?? allFields;
  const choices = allFields.map((field): Choice => {
    const having = searchable.filter(({ search }) => search.fields.includes(field));
    const detail = field === 'custom_fields' ? { detail: l10n.t('Of text, numbers, amounts, phone numbers and addresses.') } : {};
    return { label: fieldsWord(field), description: listedKinds(having), picked: looked.includes(field), field, ...detail };
  });
  const chosen = await window.showQuickPick(choices, {
    title: l10n.t('Where to Look'),
    placeHolder: l10n.t('None is the same as all'),
    canPickMany: true,
  });
  if (chosen) await state.update(key, chosen.length === 0 ? undefined : chosen.map(({ field }) => field));
}
