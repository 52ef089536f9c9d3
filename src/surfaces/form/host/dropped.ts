import { FileType, l10n, Uri, workspace } from 'vscode';
import { displayText } from '../../../model/displayText.ts';
import { Refusal } from '../../shared/problems.ts';

/** In bytes; what is dropped goes through memory, what is chosen does not. */
const largest = 50_000_000;

/** @throws Refusal for what is too large to be held */
export function refuseLarge(name: string, size: number): void {
  if (size <= largest) return;
  throw new Refusal(l10n.t('“{0}” is too large to be dropped. Attach it by the button.', displayText(name, 80)));
}

/** A file that was dropped from VS Code's own lists, wherever it lies. @throws Refusal for what is no file that can be read */
export async function readDropped(address: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const uri = Uri.parse(address, true);
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
