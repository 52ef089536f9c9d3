import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { fieldTitle } from '../../../kinds/title.ts';
import type { Records, RecordAddress } from '../../../kinds/records.ts';
import { userName } from '../../../kinds/related/users.ts';
import type { Field } from '../../../model/field.ts';
import { isDay } from '../../../model/fieldTypes/date.ts';
import type { ValueChange } from '../../../model/history/change.ts';
import { plain } from '../../shared/searchRows.ts';
import { momentText } from './address.ts';
import type { ReadBefore } from './rebuild.ts';

/** When, and the changes that were read on the way to choosing it. */
export interface Moment {
  readonly at: number;
  readonly first?: ReadBefore;
}

type Item = QuickPickItem & { readonly at?: number; readonly date?: true };

/** Lets the person choose a time: last week, last month, a date, or before one of the latest changes. */
export async function pickMoment(records: Records, { accountId, kind, id }: RecordAddress): Promise<Moment | undefined> {
  const { changes } = kind.history ?? {};
  if (!changes) return undefined;
  const session = await records.session(accountId);
  const read = session.api.now();
  const reading = changes.list(session, id);
  const items = Promise.all([reading, records.fields(kind, accountId)]).then(
    async ([page, fields]): Promise<Item[]> => [
      { label: l10n.t('Last week'), description: momentText(session.api.now() - 7 * day), at: session.api.now() - 7 * day },
      {
        label: l10n.t('Last month'),
        description: momentText(monthBefore(session.api.now())),
        at: monthBefore(session.api.now()),
      },
      { label: l10n.t('A date…'), date: true },
      ...(page.items.length > 0 ? [{ label: l10n.t('Before a change'), kind: QuickPickItemKind.Separator }] : []),
      ...(await Promise.all(saves(page.items).map((save) => itemOf(save, fields, (userId) => userName(session, userId))))),
    ],
  );
  const cost = session.api.forecast([changes.plan]);
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Compare with an Earlier State'),
    placeHolder: l10n.t('As it was when? Each page of its changes costs {0} API tokens; the first is read now.', cost),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  const at = picked.date ? await askDate() : picked.at;
  return at === undefined ? undefined : { at, first: { page: await reading, read } };
}

const day = 24 * 60 * 60 * 1000;

function monthBefore(now: number): number {
  const then = new Date(now);
  const date = then.getDate();
  then.setMonth(then.getMonth() - 1);
  // The 31st of a month of thirty days would be the first of the next.
  if (then.getDate() !== date) then.setDate(0);
  return then.getTime();
}

/** Changes of the same moment were made together. */
function saves(changes: readonly ValueChange[]): readonly (readonly ValueChange[])[] {
  const groups: ValueChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last?.[0]?.time === change.time) last.push(change);
    else groups.push([change]);
  }
  return groups;
}

async function itemOf(
  save: readonly ValueChange[],
  fields: readonly Field[],
  nameOf: (userId: unknown) => Promise<string>,
): Promise<Item> {
  const [{ time, userId } = { time: '', userId: undefined }] = save;
  const names = save.map(({ key }) => {
    const field = fields.find((one) => one.key === key);
    return field ? fieldTitle(field, 60) : key;
  });
  // Just before it: what was changed at the time itself is to be undone.
  const at = Date.parse(time) - 1;
  return {
    label: momentText(at + 1),
    description: plain(await nameOf(userId)),
    detail: plain([...new Set(names)].join(', ')),
    at,
  };
}

/** The end of a day, by this computer's calendar. */
async function askDate(): Promise<number | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Compare with an Earlier State'),
    prompt: l10n.t('As it was at the end of which day?'),
    placeHolder: l10n.t('A date such as 2026-03-31'),
    validateInput: (text) => (isDay(text.trim()) ? undefined : l10n.t('A date such as 2026-03-31.')),
  });
  if (typed === undefined) return undefined;
  const [year = 0, month = 1, date = 1] = typed.trim().split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1;
}
