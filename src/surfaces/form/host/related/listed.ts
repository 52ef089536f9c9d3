import { l10n } from 'vscode';
import type { ListChoice, Related } from '../../../../kinds/related/related.ts';
import { usualTypes } from '../../../../kinds/related/activityTypes.ts';
import { displayText } from '../../../../model/displayText.ts';
import type { RelatedItem } from '../../../../model/related.ts';
import type { PipedriveRecord } from '../../../../model/record.ts';
import type { FormTab, ListedItem, RelatedList } from '../../messages.ts';

/** The tab of a list. @param record the record as it is known, which may count what the list holds */
export function tabOf({ id, words, countKey, choices, add, remove }: Related, record: PipedriveRecord | undefined): FormTab {
  const count = countKey === undefined ? undefined : record?.values[countKey];
  return {
    id,
    label: words.many,
    ...(typeof count === 'number' && count > 0 ? { count } : {}),
    panel: 'related',
    list: {
      none: words.none,
      ...(words.note === undefined ? {} : { note: words.note }),
      choices: choicesOf(choices),
      ...(add ? { adds: add.form } : {}),
      ...(add?.form === 'activity' ? { types: usualTypes.map(({ id, label }) => ({ id, label })) } : {}),
      ...(remove ? { removal: remove.label } : {}),
    },
  };
}

/** What can be chosen of a list, in the person's language. */
export const choicesOf = (choices: readonly ListChoice[] = []): RelatedList['choices'] =>
  choices.map(({ id, label, options }) => ({
    id,
    label: label,
    options: options.map((option) => ({ id: option.id, label: option.label })),
  }));

/** An item with its words ready to be read. Its text keeps its lines, and is cut where nobody reads on. */
export function listed({ details, caution, title, text, changed, ...item }: RelatedItem): ListedItem {
  const words = details.map((one) => displayText(one, 120)).filter((one) => one !== '');
  return {
    ...item,
    title: displayText(title, 200) || l10n.t('Untitled'),
    details: words,
    ...(text === undefined ? {} : { text }),
    ...(changed ? { changed: { ...changed, by: displayText(changed.by, 120) } } : {}),
    ...(caution ? { caution: caution } : {}),
  };
}
