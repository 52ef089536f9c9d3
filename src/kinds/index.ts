import type { Kind } from './kind.ts';
import { person } from './person/index.ts';
import { pipeline } from './pipeline/index.ts';
import { product } from './product/index.ts';
import { personField, productField } from './field/index.ts';

/** Every kind. A new one is a folder and a line here. */
export const kinds: readonly Kind[] = [person, pipeline, product, personField, productField];

/** The kind whose documents lie in this folder of an address. */
export function kindOfFolder(folder: string): Kind | undefined {
  return kinds.find((kind) => kind.folder === folder);
}

export type { Collection, Item, Kind } from './kind.ts';
