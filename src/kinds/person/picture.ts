import type { Picturing } from '../picturing.ts';

/** https://developers.pipedrive.com/docs/api/v1/Persons#addPersonPicture */
export const picture: Picturing = {
  key: 'picture_id',
  content: ({ api }, id, options) => api.pictures.content(id, options),
  set: async ({ api }, id, { path, crop }, options) => (await api.pictures.set(id, path, crop, options)).id,
  remove: ({ api }, id, options) => api.pictures.remove(id, options),
};
