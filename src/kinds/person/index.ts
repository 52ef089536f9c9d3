import * as l10n from '@vscode/l10n';
import { assigning } from '../assigning.ts';
import { counted } from '../counted.ts';
import { personDoubles } from '../doubles.ts';
import { defineKind } from '../kind.ts';
import { ofPerson as history } from '../history/index.ts';
import { ofPerson } from '../related/index.ts';
import { searching } from '../searching.ts';
import { attached } from './attached.ts';
import { listed, listPersons } from './listed.ts';
import { merging } from './merging.ts';
import { picture } from './picture.ts';

export const person = defineKind({
  id: 'person',
  folder: 'persons',
  view: 'persons',
  words: {
    one: l10n.t('Person'),
    many: l10n.t('Persons'),
    several: l10n.t('persons'),
    counted: [l10n.t('{0} person'), l10n.t('{0} persons')],
    none: l10n.t('No persons yet'),
    create: l10n.t('New Person'),
  },
  icon: 'person',
  title: (record) => String(record.values['name'] ?? ''),
  nameKey: 'name',
  description: (record) => record.names['org_id'] ?? '',
  summary: ['emails', 'phones', 'org_id', 'owner_id', 'label_ids', 'update_time'],
  quick: ['phones', 'emails', 'label_ids'],
  assigning: assigning('person', { owner: 'owner_id', labels: 'label_ids' }),
  webPath: (record) => `/person/${record.id}`,
  fields: (session, options) => session.api.fields('person', options),
  list: listPersons,
  listed,
  tint: 'label_ids',
  search: searching('person', {
    fields: ['name', 'email', 'phone', 'notes', 'custom_fields'],
    inOrganization: true,
    include: 'person.picture',
  }),
  get: (session, id, options) => session.api.records('person').get(id, options),
  create: (session, values, options) => session.api.records('person').create(values, options),
  update: (session, { id }, changes, options) => session.api.records('person').update(id, changes, options),
  remove: (session, id, options) => session.api.records('person').remove(id, options),
  removeMany: {
    plan: (count) => ({ operation: 'person.removeMany', count }),
    run: (session, ids, options) => session.api.removeMany('person', ids, options),
  },
  restore: (session, id, options) => session.api.restore('person', id, options),
  hangsOff: counted(attached),
  merge: merging,
  picture,
  doubles: personDoubles,
  afterwards: l10n.t('Pipedrive keeps deleted persons for 30 days.'),
  related: ofPerson,
  counted: true,
  history,
  defaults: async (session) => ({ name: '', emails: [], phones: [], owner_id: (await session.api.me()).id }),
});
