import { FileType, l10n, Uri, window, workspace } from 'vscode';
import { displayText } from '../../../model/displayText.ts';
import { Refusal } from '../../shared/problems.ts';

/** In bytes; what is dropped goes through memory, what is chosen does not. */
const largest = 50_000_000;

/** @throws Refusal for what is too large to be held */
export function refuseLarge(name: string, size: number): void {
  if (size <= largest) return;
  throw new Refusal(l10n.t('“{0}” is too large to be dropped. Attach it by the button.', displayText(name, 80)));
}

/**
 * A file that was dropped by its address, wherever it lies; none where the person does not want it.
 * @param whose whose record it would hang on, in a line for a question
 * @throws Refusal for what is no file that can be read
 */
export async function readDropped(
  address: string,
  whose: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const uri = Uri.parse(address, true);
  if (!isListed(uri) && !(await mayAttach(uri, whose))) return undefined;
  const name = uri.path.split('/').at(-1) ?? '';
  const shown = displayText(name, 80);
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (type & FileType.Directory) throw new Refusal(l10n.t('“{0}” is a folder. Drop the files that are in it.', shown));
    refuseLarge(name, size);
    return { name, bytes: await workspace.fs.readFile(uri) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(l10n.t('“{0}” cannot be read. Check that it is there and that you may read it.', shown), { cause: error });
  }
}

/** Whether VS Code lists the file: in a folder that is open in it, or in an editor. */
function isListed(uri: Uri): boolean {
  const editors = window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.map(({ input }) => input as { readonly uri?: unknown } | undefined),
  );
  const isOpen = editors.some((input) => input?.uri instanceof Uri && input.uri.toString() === uri.toString());
  return isOpen || workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Any page of a browser can let something be dragged that names a file of this computer. */
async function mayAttach(uri: Uri, whose: string): Promise<boolean> {
  const attach = l10n.t('Attach');
  const path = displayText(uri.scheme === 'file' ? uri.fsPath : uri.toString(true), 400);
  const detail = l10n.t('It lies in no folder that is open here, and whoever sees the record in Pipedrive can then read it.');
  const question = l10n.t('Attach “{0}”?', path);
  return (
    (await window.showWarningMessage(question, { modal: true, detail: [whose, detail].filter(Boolean).join('\n') }, attach)) ===
    attach
  );
}
