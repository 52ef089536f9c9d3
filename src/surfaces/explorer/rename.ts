import { l10n } from 'vscode';
import { validateValue, valueOf } from '../../model/fieldTypes/index.ts';
import { titleOf } from '../../kinds/title.ts';
import { inCompany } from '../shared/company.ts';
import { askLine } from './ask.ts';
import { beginChange } from './change.ts';
import type { ActionParts } from './parts.ts';
import type { Target } from './target.ts';

/**
 * Asks for a record's new name and saves it at once, or beside its document's unsaved edits.
 * @throws Refusal for a record that is locked
 */
export async function renameRecord(target: Target, parts: ActionParts): Promise<void> {
  const { kind } = target.address;
  const { field, now, record, save } = await beginChange(target, kind.nameKey, parts);
  // A record cannot do without its name, whatever is said of the field.
  const name = { ...field, required: true };
  const given = (typed: string): unknown => (typed.trim() === '' ? null : typed);
  await askLine({
    title: inCompany(l10n.t('Rename “{0}”', titleOf(kind, record, 60)), parts.accounts, target.address.accountId),
    prompt: l10n.t('The new name'),
    value: String(valueOf(field, now) ?? ''),
    validate: (typed) => {
      const wrong = validateValue(name, given(typed));
      return wrong?.text;
    },
    save: (typed) => save(given(typed)),
  });
}
