import type { Crop } from '../attachments.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { changePerson } from '../people.ts';
import { pictureProblem, setPicture } from '../pictures.ts';
import type { Person } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import { isUpload } from '../requestBody.ts';
import { answer } from './answers.ts';
import { type Body, readBody, readNumber } from './bodies.ts';
import { pictureParts } from './expanded.ts';
import { pathId } from './lists.ts';

function found(call: Call): Person {
  const person = call.store.persons.get(pathId(call));
  if (!person) throw refuseV1(404, 'Person not found');
  return person;
}

function readCrop(body: Body): Crop | undefined {
  const numbers = (['crop_x', 'crop_y', 'crop_width', 'crop_height'] as const).map((key) => readNumber(body, key));
  const [x, y, width, height] = numbers;
  if (numbers.every((number) => number === undefined)) return undefined;
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw refuseV1(400, 'crop_x, crop_y, crop_width and crop_height must be given together');
  }
  return { x, y, width, height };
}

function addPicture(call: Call): Answer {
  const { store, user } = call;
  const person = found(call);
  const body = readBody(call.body);
  const upload = body['file'];
  if (!isUpload(upload)) throw refuseV1(400, 'File must be given.');
  const crop = readCrop(body);
  const problem = pictureProblem(upload, crop);
  if (problem) throw refuseV1(400, problem);
  const picture = setPicture(store, user, person, upload, crop);
  return answer({ id: picture.id, ...pictureParts(store, picture) });
}

function removePicture(call: Call): Answer {
  const person = found(call);
  if (person.pictureId === null) throw refuseV1(404, 'Picture not found');
  changePerson(call.store, call.user, person, { pictureId: null });
  return answer({ id: person.pictureId });
}

export const personPictureOperations: readonly Operation[] = [
  { version: 'v1', method: 'POST', path: '/persons/:id/picture', run: addPicture },
  { version: 'v1', method: 'DELETE', path: '/persons/:id/picture', run: removePicture },
];
