import type { Crop, Picture } from './attachments.ts';
import { cut } from './cutPicture.ts';
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

interface Shown {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
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

/** Gives a person a picture in the place of the old one. It is kept whole and cut when it is looked at. */
export function setPicture(store: Store, user: User, person: Person, upload: Upload, crop: Crop | undefined): Picture {
  const picture = store.pictures.put({
    id: store.pictures.nextId(),
    itemType: 'person',
    itemId: person.id,
    addTime: store.now(),
    addedBy: user.id,
    type: imageShape(upload.bytes)?.type ?? upload.type,
    bytes: () => upload.bytes,
    ...(crop && { crop }),
  });
  changePerson(store, user, person, { pictureId: picture.id });
  return picture;
}

/** What stands at an address that ends with "12_128". */
export function pictureAt(store: Store, key: string, name: string): Shown | undefined {
  const [, id, size] = /^(\d+)_(128|512)$/.exec(name) ?? [];
  const picture = key === store.pictureKey && id ? store.pictures.get(Number(id)) : undefined;
  if (!picture) return undefined;
  return picture.crop ? cut(picture, picture.crop, Number(size)) : { type: picture.type, bytes: picture.bytes() };
}
