import { env, l10n, type Uri } from 'vscode';
import { titleOf } from '../../../kinds/title.ts';
import { recordUri } from '../../document/address.ts';
import { deepLink } from '../../document/deepLink.ts';
import type { RecordDocuments } from '../../document/documents.ts';
import { copyText } from '../../document/json/copy.ts';
import { Refusal } from '../../shared/problems.ts';
import { tellInPassing, withCancellableProgress } from '../../shared/progress.ts';
import type { ActionParts } from '../parts.ts';
import type { Target } from '../target.ts';
import { called } from '../words.ts';
import { linkOf } from './links.ts';

/** Copies names, one a line. */
export async function copyNames(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const { records } = parts.room.documents;
  const names = await Promise.all(
    targets.map(async ({ address, record, name }) =>
      titleOf(address.kind, record ?? named(address, name) ?? (await records.get(address))),
    ),
  );
  await copy(names, targets);
}

const named = ({ kind, id }: Target['address'], name: string | undefined) =>
  name === undefined ? undefined : { id, values: { [kind.nameKey]: name } };

/** Copies ids as Pipedrive has them, one a line. */
export const copyIds = (targets: readonly Target[]): Promise<void> =>
  copy(
    targets.map(({ address }) => String(address.id)),
    targets,
  );

/** Copies the addresses of their pages in Pipedrive, one a line. @throws Refusal where one has none */
export async function copyLinks(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const links = targets.map((target) => linkOf(target, parts));
  const known = links.filter((link) => link !== undefined);
  if (known.length < links.length) throw new Refusal(l10n.t('This has no page in Pipedrive.'));
  await copy(known, targets);
}

/** Copies the addresses that open them in VS Code, one a line. */
export const copyDeepLinks = (targets: readonly Target[]): Promise<void> =>
  copy(
    targets.map(({ address }) => deepLink(env.uriScheme, address)),
    targets,
  );

/** Copies one record's text, or a list of several. */
export async function copyJson(targets: readonly Target[], parts: ActionParts): Promise<void> {
  const { documents } = parts.room;
  const textOf = ({ address: { accountId, kind, id }, record }: Target) =>
    copyText(documents, recordUri(accountId, kind, id), record);
  const [first, ...more] = targets;
  if (!first) return;
  if (more.length === 0) return copy([await textOf(first)], targets);
  const texts = await withCancellableProgress(l10n.t('Copying {0}', called(targets)), async (signal) => {
    const read: string[] = [];
    for (const target of targets) {
      signal.throwIfAborted();
      read.push(await textOf(target));
    }
    return read;
  });
  // A string holds no line break of its own, so that each line begins a line of the text.
  await copy([`[\n${texts.map((text) => text.trimEnd().replaceAll(/^/gm, '  ')).join(',\n')}\n]\n`], targets);
}

/** Copies the text of a record that is not saved yet. */
export async function copyDraft(uri: Uri, documents: RecordDocuments): Promise<void> {
  await env.clipboard.writeText(await copyText(documents, uri));
  tellInPassing(l10n.t('Copied as JSON'), 3000);
}

async function copy(lines: readonly string[], targets: readonly Target[]): Promise<void> {
  if (lines.length === 0) return;
  await env.clipboard.writeText(lines.join('\n'));
  tellInPassing(l10n.t('Copied: {0}', called(targets)), 3000);
}
