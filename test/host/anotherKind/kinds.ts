import { kinds as own } from '../../../src/kinds/index.ts';
import type { Kind } from '../../../src/kinds/kind.ts';
import { note } from './note.ts';

/** Stands in for `src/kinds/index.ts` in the extension that these tests run. */
export const kinds: readonly Kind[] = [...own, note];

export function kindOfFolder(folder: string): Kind | undefined {
  return kinds.find((kind) => kind.folder === folder);
}
