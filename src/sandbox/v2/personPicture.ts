import type { Answer, Call, Operation } from '../operation.ts';
import { pictureAddresses } from '../pictures.ts';
import { answer } from './answers.ts';
import { notFound, pathId } from './lists.ts';

function get(call: Call): Answer {
  const { store } = call;
  const person = store.persons.get(pathId(call));
  if (!person) throw notFound('Person');
  const picture = person.pictureId === null ? undefined : store.pictures.get(person.pictureId);
  if (!picture) throw notFound('Picture');
  return answer({
    id: picture.id,
    item_type: picture.itemType,
    item_id: picture.itemId,
    added_by_user_id: picture.addedBy,
    active_flag: true,
    file_size: picture.bytes().length,
    pictures: pictureAddresses(store, picture.id),
  });
}

export const personPictureOperations: readonly Operation[] = [
  { version: 'v2', method: 'GET', path: '/persons/:id/picture', run: get },
];
