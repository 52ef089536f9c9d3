import { defineKind } from '../kind.ts';

export const person = defineKind({
  id: 'person',
  folder: 'persons',
  view: 'persons',
  words: { one: 'Person', many: 'Persons', none: 'No persons yet', create: 'New Person' },
  icon: 'person',
  title: (record) => String(record.values['name'] ?? ''),
  description: (record) => record.names['org_id'] ?? '',
  summary: ['emails', 'phones', 'org_id', 'owner_id', 'label_ids', 'update_time'],
  webPath: (record) => `/person/${record.id}`,
  fields: (session, options) => session.api.fields('person', options),
  list: (session, options) => session.api.records('person').list(options),
  get: (session, id, options) => session.api.records('person').get(id, options),
  create: (session, values, options) => session.api.records('person').create(values, options),
  update: (session, id, changes, options) => session.api.records('person').update(id, changes, options),
  remove: (session, id, options) => session.api.records('person').remove(id, options),
  defaults: async (session) => ({ name: '', emails: [], phones: [], owner_id: (await session.api.me()).id }),
});
