import { l10n, ThemeIcon, type QuickPickItem } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { kinds, type Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { Refusal } from '../shared/problems.ts';
import { withCancellableProgress } from '../shared/progress.ts';
import { pickRecord } from '../shared/pickRecord.ts';
import { plain } from '../shared/searchRows.ts';
import { chooseOne } from './choose.ts';
import type { Node } from './nodes.ts';
import type { ActionParts } from './parts.ts';
import { targetOf, targetsOf, type Target } from './target.ts';

/** What a command can be about. */
export interface Wanted {
  /** Over the picks, where nothing tells which record is meant. */
  readonly title: string;
  readonly can: (kind: Kind) => boolean;
}

/**
 * The records that a command is about: what it was called on; from the palette, where that is nothing, the document in front,
 * else what is selected in the side bar, else one that is picked.
 *
 * @param selected what is selected in the side bar
 * @throws Refusal where it was called on records of kinds that cannot
 */
export async function choose(
  subjects: readonly unknown[],
  wanted: Wanted,
  parts: ActionParts,
  selected: () => readonly Node[],
): Promise<readonly Target[]> {
  const { documents } = parts.room;
  const able = (targets: readonly Target[]) => targets.filter(({ address }) => wanted.can(address.kind));
  if (subjects.length !== 1 || subjects[0] !== undefined) {
    const called = targetsOf(subjects, documents);
    const targets = able(called);
    if (targets.length === 0 && called.length > 0) throw new Refusal(l10n.t('This cannot be done with what is selected.'));
    return targets;
  }
  const front = targetOf(undefined, documents);
  if (front && wanted.can(front.address.kind)) return [front];
  const rows = able(targetsOf(selected(), documents));
  if (rows.length > 0) return rows;
  const picked = await pick(wanted, parts);
  return picked ? [picked] : [];
}

async function pick({ title, can }: Wanted, { accounts, room }: ActionParts): Promise<Target | undefined> {
  const { active } = accounts;
  if (!active) throw new PipedriveError('signedOut', l10n.t('You are not signed in. Sign in, or explore the demo account.'));
  const kind = await pickKind(title, kinds.filter(can));
  if (!kind) return undefined;
  const { records } = room.documents;
  const accountId = active.id;
  if (!kind.search) return pickListed(title, kind, accountId, records);
  const hit = await pickRecord(records, { kind, accountId, title, placeholder: whichOne() });
  return hit && { address: { accountId, kind, id: hit.id }, name: hit.name };
}

const whichOne = (): string => l10n.t('Which one?');

async function pickKind(title: string, able: readonly Kind[]): Promise<Kind | undefined> {
  if (able.length <= 1) return able[0];
  const items = able.map((kind) => ({ label: kind.words.one, iconPath: new ThemeIcon(kind.icon), of: kind }));
  return (await chooseOne({ title, placeholder: l10n.t('Of which kind?'), items }))?.of;
}

/** Kinds without a search are short lists. */
async function pickListed(title: string, kind: Kind, accountId: string, records: Records): Promise<Target | undefined> {
  const all = await withCancellableProgress(l10n.t('Reading {0}', kind.words.several), async (signal) => {
    const read: PipedriveRecord[] = [];
    let cursor: string | undefined;
    do {
      const page = await records.list(kind, accountId, { signal, ...(cursor !== undefined && { cursor }) });
      read.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return read;
  });
  const items = all.map((record): QuickPickItem & { readonly record: PipedriveRecord } => ({
    label: plain(titleOf(kind, record), 80),
    iconPath: new ThemeIcon(kind.iconOf?.(record) ?? kind.icon),
    record,
  }));
  const record = (await chooseOne({ title, placeholder: whichOne(), items }))?.record;
  return record && { address: { accountId, kind, id: record.id }, record };
}
