import type { Picture } from './attachments.ts';
import { imageShape } from './images.ts';
import type { Upload } from './operation.ts';
import { changePerson } from './people.ts';
import type { Person, User } from './records.ts';
import type { Store } from './store.ts';

const sizes = [128, 512] as const;

/** Where a picture can be looked at by whoever knows the address, as with Pipedrive's own. */
export function pictureAddress(store: Store, id: number, size: (typeof sizes)[number]): string {
  return `${store.site}/pictures/${store.pictureKey}/${id}_${size}`;
}

export function pictureAddresses(store: Store, id: number): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [String(size), pictureAddress(store, id, size)]));
}

export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

const smallest = 128;

/** What keeps a file from being a person's picture; undefined where nothing does. */
export function pictureProblem({ bytes }: Upload, crop: Crop | undefined): string | undefined {
  const shape = imageShape(bytes);
  if (!shape) return 'Only GIF, JPG and PNG pictures can be used';
  const { width, height } = crop ?? shape;
  if (crop && (crop.x < 0 || crop.y < 0 || crop.x + width > shape.width || crop.y + height > shape.height)) {
    return 'The cropped part lies outside of the picture';
  }
  if (width !== height) return 'The picture must be square';
  return width < smallest ? `The picture must be at least ${smallest} pixels wide` : undefined;
}

/** Gives a person a picture in the place of the old one. It is kept whole: nothing here can cut or scale it. */
export function setPicture(store: Store, user: User, person: Person, upload: Upload): Picture {
  const picture = store.pictures.put({
    id: store.pictures.nextId(),
    itemType: 'person',
    itemId: person.id,
    addTime: store.now(),
    addedBy: user.id,
    type: imageShape(upload.bytes)?.type ?? upload.type,
    bytes: () => upload.bytes,
  });
  changePerson(store, user, person, { pictureId: picture.id });
  return picture;
}

/** The picture behind the last part of an address, "12_128". */
export function pictureAt(store: Store, key: string, name: string): Picture | undefined {
  const id = /^(\d+)_(128|512)$/.exec(name)?.[1];
  return key === store.pictureKey && id ? store.pictures.get(Number(id)) : undefined;
}
