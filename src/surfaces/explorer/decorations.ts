import {
  Disposable,
  EventEmitter,
  FileDecoration,
  l10n,
  ThemeColor,
  Uri,
  workspace,
  type FileDecorationProvider,
  type TextDocument,
} from 'vscode';
import { schemes } from '../../ids/index.ts';
import { kindOfFolder } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { parseAddress, recordUri } from '../document/address.ts';
import { themeColor } from './colors.ts';
import type { HeadingNode, RecordNode } from './nodes.ts';

/** What a row's address tells beside the record: its first label, and whether it is no longer in use. */
type Marks = { readonly label?: string; readonly dim?: true };

const rowUri = (path: string, { label = '', dim }: Marks): Uri =>
  Uri.from({ scheme: schemes.row, path, query: [label, dim ? 'dim' : ''].join('&') });

/** The address that a record's row is decorated by: of a scheme of its own, so that editor tabs are not. */
export function recordRowUri({ account, kind, record }: RecordNode): Uri {
  const labels = kind.tint === undefined ? undefined : record.values[kind.tint];
  const label: unknown = Array.isArray(labels) ? labels[0] : undefined;
  const dim = record.values['is_deleted'] === true;
  return rowUri(recordUri(account.id, kind, record.id).path, {
    ...(label != null && { label: String(label) }),
    ...(dim && { dim }),
  });
}

/** The same of a heading. */
export function headingRowUri({ id, heading }: HeadingNode): Uri {
  return rowUri(`/heading/${encodeURIComponent(id)}`, heading.dimmed ? { dim: true } : {});
}

/** The address of a row that is shown as over and done with. @param id the node's */
export const dimRowUri = (id: string): Uri => rowUri(`/over/${encodeURIComponent(id)}`, { dim: true });

/**
 * The colour of a row by its record's first label, and the dot of unsaved edits. Labels' colours are read with the account's
 * fields, once, when the first row with a label comes into sight.
 */
export class RowDecorations implements FileDecorationProvider, Disposable {
  readonly #records: Records;
  readonly #changed = new EventEmitter<Uri[] | undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #heard: Disposable;
  readonly #report: (error: unknown) => void;
  #unsaved: ReadonlySet<string> = new Set();

  /** @param report takes an error that nobody waits for */
  constructor(records: Records, report: (error: unknown) => void) {
    this.#records = records;
    this.#report = report;
    const follow = (document: TextDocument): void => {
      if (document.uri.scheme === schemes.record) this.#follow();
    };
    this.#heard = Disposable.from(
      workspace.onDidOpenTextDocument(follow),
      workspace.onDidChangeTextDocument(({ document }) => follow(document)),
      workspace.onDidSaveTextDocument(follow),
      workspace.onDidCloseTextDocument(follow),
      records.onDidChange(({ address: { kind } }) => {
        if (kind.describes !== undefined) this.#changed.fire(undefined);
      }),
    );
    this.#follow();
  }

  async provideFileDecoration(uri: Uri): Promise<FileDecoration | undefined> {
    if (uri.scheme !== schemes.row) return undefined;
    const [label = '', dim] = uri.query.split('&');
    const color = dim ? new ThemeColor('disabledForeground') : await this.#colorOf(uri, label);
    const unsaved = this.#unsaved.has(uri.path);
    if (!color && !unsaved) return undefined;
    return new FileDecoration(unsaved ? '●' : undefined, unsaved ? l10n.t('Unsaved changes') : undefined, color);
  }

  /** Without colour where the fields cannot be read: what is to be read for people says so itself. */
  async #colorOf({ path }: Uri, label: string): Promise<ThemeColor | undefined> {
    const [, accountId, folder] = path.split('/');
    const kind = kindOfFolder(folder ?? '');
    if (label === '' || accountId === undefined || kind?.tint === undefined) return undefined;
    try {
      const fields = await this.#records.fields(kind, accountId, { background: true });
      const options = fields.find(({ key }) => key === kind.tint)?.options;
      return themeColor(options?.find(({ id }) => String(id) === label)?.color);
    } catch (error) {
      this.#report(error);
      return undefined;
    }
  }

  #follow(): void {
    const unsaved = new Set(
      workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && parseAddress(uri) !== undefined).map(({ uri }) => uri.path),
    );
    const differs = unsaved.size !== this.#unsaved.size || [...unsaved].some((path) => !this.#unsaved.has(path));
    this.#unsaved = unsaved;
    // All, since a row's address tells more than its record's.
    if (differs) this.#changed.fire(undefined);
  }

  dispose(): void {
    this.#heard.dispose();
    this.#changed.dispose();
  }
}
