import type { Crop } from '../model/crop.ts';
import { type ImageHead, smallestPicture } from '../model/imageHead.ts';
import { isObject } from '../model/isObject.ts';
import type { RecordId } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import { fetchImage } from './imageContent.ts';
import { readImageFile } from './imageFile.ts';
import { sentences } from './sentences.ts';
import type { CallOptions, Picture, Pictures } from './types.ts';
import { uploadForm } from './upload.ts';

/** Says beforehand what Pipedrive would refuse after the upload (https://developers.pipedrive.com/docs/api/v1/Persons#addPersonPicture). */
function check(image: ImageHead, crop: Crop | undefined): void {
  const refuse = (sentence: string): never => {
    throw new PipedriveError('invalid', sentence);
  };
  const { x, y, width, height } = crop ?? { x: 0, y: 0, ...image };
  const outside = [x, y].some((place) => place < 0) || x + width > image.width || y + height > image.height;
  if (![x, y, width, height].every(Number.isSafeInteger) || outside) refuse(sentences.pictureCrop());
  if (width !== height) refuse(sentences.pictureSquare(width, height));
  if (width < smallestPicture) refuse(sentences.pictureSmall(width, smallestPicture));
}

function pictureOf(data: unknown): Picture {
  const pictures = isObject(data) && isObject(data.pictures) ? data.pictures : {};
  const address = (size: string): string | undefined => {
    const url = pictures[size];
    return typeof url === 'string' && url !== '' ? url : undefined;
  };
  const id = isObject(data) && Number.isSafeInteger(data.id) ? { id: Number(data.id) } : {};
  return { '128': address('128'), '512': address('512'), ...id };
}

/**
 * The pictures of persons: read in version 2, written in version 1.
 * @param home origin of the account
 */
export function createPictures(caller: Caller, home: string): Pictures {
  const get = async (id: RecordId, options: CallOptions = {}): Promise<Picture | undefined> => {
    try {
      const picture = pictureOf((await caller.call({ operation: 'person.picture', params: { id }, ...callOf(options) })).data);
      return picture['128'] === undefined && picture['512'] === undefined ? undefined : picture;
    } catch (error) {
      if (PipedriveError.is(error, 'notFound', 'gone')) return undefined;
      throw error;
    }
  };
  return {
    get,
    async content(id, options = {}) {
      const picture = await get(id, options);
      const address = picture?.['128'] ?? picture?.['512'];
      return address === undefined ? undefined : fetchImage(address, home, options.signal);
    },
    async set(id, path, crop, options = {}) {
      const image = await readImageFile(path);
      check(image, crop);
      const values = crop && { crop_x: crop.x, crop_y: crop.y, crop_width: crop.width, crop_height: crop.height };
      const form = await uploadForm(path, values ?? {}, { ...options, type: image.type });
      const answer = await caller.call({ operation: 'person.setPicture', params: { id }, form, ...callOf(options) });
      return pictureOf(answer.data);
    },
    async remove(id, options = {}) {
      try {
        await caller.call({ operation: 'person.removePicture', params: { id }, ...callOf(options) });
      } catch (error) {
        // Gone already is what was asked for.
        if (!PipedriveError.is(error, 'notFound', 'gone')) throw error;
      }
    },
  };
}
