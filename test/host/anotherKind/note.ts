import { fixedField } from '../../../src/kinds/fixedField.ts';
import { defineKind } from '../../../src/kinds/kind.ts';

/** A kind that the product has not: all that has to be said to browse, open, edit, create and delete notes. */
export const note = defineKind({
  id: 'note',
  folder: 'notes',
  view: 'products',
  words: {
    one: 'Note',
    many: 'Notes',
    several: 'notes',
    counted: ['{0} note', '{0} notes'],
    none: 'No notes yet',
    create: 'New Note',
  },
  icon: 'note',
  title: (record) => String(record.values['content'] ?? ''),
  nameKey: 'content',
  description: () => '',
  summary: ['content', 'update_time'],
  fields: async () => [
    fixedField('content', 'Content', 'text', { required: true }),
    fixedField('person_id', 'Person', 'people', { writable: false, settable: true }),
    fixedField('update_time', 'Last changed', 'datetime', { writable: false }),
  ],
  list: (session, options) => session.api.records('note').list(options),
  get: (session, id, options) => session.api.records('note').get(id, options),
  create: (session, values, options) => session.api.records('note').create(values, options),
  update: (session, { id }, changes, options) => session.api.records('note').update(id, changes, options),
  remove: (session, id, options) => session.api.records('note').remove(id, options),
});
