import { l10n, QuickPickItemKind, ThemeIcon, Uri, type QuickInputButton } from 'vscode';
import type { Account } from '../../account/types.ts';
import type { SearchHit } from '../../api/types.ts';
import { commands, type CommandId } from '../../ids/index.ts';
import type { Kind } from '../../kinds/index.ts';
import { shortestTerm, type Question } from '../../kinds/searching.ts';
import { titleOf } from '../../kinds/title.ts';
import { showMoney } from '../../model/fieldTypes/monetary.ts';
import type { RecordId } from '../../model/record.ts';
import { recordUri } from '../document/address.ts';
import { failureRows, moreRow, plain, said, type SaidRow } from '../shared/searchRows.ts';
import type { SearchSession } from '../shared/searchSession.ts';
import { kindsOf, questionOf, whereOf, type Asked, type SearchedKind } from './asked.ts';
import { matchOf } from './match.ts';
import type { Recent } from './recent.ts';
import { fieldWord } from './words.ts';

/** A row of the search: a record, or something that is said. */
export interface Row extends SaidRow {
  /** The document of the record. */
  readonly uri?: Uri;
}

/** A button on a record's row. */
export interface RowButton extends QuickInputButton {
  readonly command: CommandId;
  /** It shows the record elsewhere, so that the search can go on. */
  readonly elsewhere: boolean;
}

/** One kind's part of a search. */
export interface Part {
  readonly kind: SearchedKind;
  readonly session: SearchSession<Question, SearchHit>;
}

/** The records that were opened last, before anything is typed. */
export function recentRows(recent: readonly Recent[], account: Account): readonly Row[] {
  if (recent.length === 0)
    return [said('info', l10n.t('Type a part of a name, an e-mail address, a phone number, a code or a note.'))];
  return [
    { label: l10n.t('recently opened'), kind: QuickPickItemKind.Separator },
    ...recent.map(({ kind, id, title }): Row => {
      const row = { label: plain(title, 80), description: kind.words.one, iconPath: new ThemeIcon(kind.icon) };
      return { ...row, ...openable(kind, id, account) };
    }),
  ];
}

/** What was found, and what is to say about what was not. */
export function foundRows(asked: Asked, parts: readonly Part[], account: Account): readonly Row[] {
  if (kindsOf(asked).length === 0) {
    return [said('info', l10n.t('Nothing can be searched this way: in one organization Pipedrive finds persons only.'))];
  }
  if (!questionOf(asked)) return [tooShort(asked)];
  const rows = parts.flatMap(({ kind, session }) =>
    session.found.map((hit) => hitRow(kind, hit, { asked, account, stale: session.stale })),
  );
  return [...rows, ...closingRows(asked, parts, rows.length)];
}

const tooShort = ({ exact }: Asked): Row =>
  exact
    ? said('info', l10n.t('Type at least one character.'))
    : said('info', l10n.t('Type at least {0} characters.', shortestTerm({})), {
        detail: l10n.t('One is enough for an exact match.'),
      });

/** What failed, what is left to load, or that there is nothing. */
function closingRows(asked: Asked, parts: readonly Part[], shown: number): readonly Row[] {
  const failed = parts.filter(({ session }) => session.phase === 'failed');
  const done = parts.every(({ session }) => session.phase === 'done' || session.phase === 'failed');
  const [first] = failed;
  // Most failures are every kind's: they are said once, and tried again together.
  if (first && done) return failureRows(first.session.error, () => failed.forEach(({ session }) => session.retry()));
  if (!done) return [];
  const more = parts.filter(({ session }) => session.hasMore);
  if (more.length > 0) return [moreRow(shown, () => more.forEach(({ session }) => session.more()))];
  if (shown > 0) return [];
  const words = asked.exact
    ? l10n.t('Nothing is exactly “{0}”.', asked.term.trim())
    : l10n.t('Nothing found for “{0}”.', asked.term.trim());
  const where = asked.organization
    ? l10n.t('Searched in {1}: {0}', whereOf(asked), asked.organization.name)
    : l10n.t('Searched: {0}', whereOf(asked));
  return [said('info', words, { detail: plain(where) })];
}

interface Shown {
  readonly asked: Asked;
  readonly account: Account;
  readonly stale: boolean;
}

function hitRow(kind: SearchedKind, hit: SearchHit, { asked, account, stale }: Shown): Row {
  const match = matchOf(hit, asked.term);
  const contact = hit.texts?.find(({ field }) => field === 'email' || field === 'phone')?.text;
  const code = match?.field === 'code' ? undefined : hit.texts?.find(({ field }) => field === 'code')?.text;
  const detail = match ? l10n.t('{0}: {1}', fieldWord(match.field), match.text) : contact;
  const description = [hit.organization, code, hit.price && showMoney(hit.price)]
    .filter((part) => part !== undefined)
    .join(' · ');
  return {
    label: plain(titleOf(kind, { id: hit.id, values: { [kind.nameKey]: hit.name } }), 80),
    description: plain(description, 120),
    iconPath: pictureOf(hit) ?? new ThemeIcon(kind.icon),
    // Pipedrive has chosen already, also by what is not shown; while it chooses anew VS Code does.
    alwaysShow: !stale,
    ...(detail !== undefined && { detail: plain(detail, 200) }),
    ...openable(kind, hit.id, account),
  };
}

/** VS Code loads pictures over https alone. */
function pictureOf({ picture }: SearchHit): Uri | undefined {
  return picture !== undefined && /^https:\/\//i.test(picture) ? Uri.parse(picture) : undefined;
}

function openable(kind: Kind, id: RecordId, account: Account): Pick<Row, 'uri' | 'buttons'> {
  const web = kind.webPath !== undefined && account.webUrl !== undefined;
  return { uri: recordUri(account.id, kind, id), buttons: web ? [form(), json(), browser()] : [form(), json()] };
}

const button = (icon: string, tooltip: string, command: CommandId, elsewhere = false): RowButton => ({
  ...{ iconPath: new ThemeIcon(icon), tooltip, command, elsewhere },
});
const form = (): RowButton => button('edit', l10n.t('Open in Form'), commands.open);
const json = (): RowButton => button('json', l10n.t('Open as JSON'), commands.openAsJson);
const browser = (): RowButton => button('link-external', l10n.t('Open in Pipedrive'), commands.openInPipedrive, true);
