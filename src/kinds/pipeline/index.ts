import { fixedField } from '../fixedField.ts';
import { type Collection, defineKind } from '../kind.ts';

/** A pipeline: Pipedrive gives it no fields of the account's own, so they are listed here. */
const fields = [
  fixedField('name', 'Name', 'varchar', { required: true }),
  fixedField('order_nr', 'Order', 'int'),
  fixedField('is_deal_probability_enabled', 'Deal probability', 'boolean'),
  fixedField('add_time', 'Added on', 'datetime', { writable: false }),
  fixedField('update_time', 'Last changed', 'datetime', { writable: false }),
];

const stages: Collection = {
  id: 'stages',
  words: { many: 'Stages', none: 'No stages' },
  has: () => true,
  async list({ api }, { id }, options) {
    const page = await api.records('stage').list({ ...options, query: { pipeline_id: Number(id) } });
    const ordered = page.items.toSorted((a, b) => Number(a.values['order_nr']) - Number(b.values['order_nr']));
    return {
      ...page,
      items: ordered.map((stage) => ({
        id: String(stage.id),
        label: String(stage.values['name'] ?? ''),
        description: stage.values['deal_probability'] == null ? '' : `${String(stage.values['deal_probability'])} %`,
        icon: 'circle-outline',
      })),
    };
  },
};

export const pipeline = defineKind({
  id: 'pipeline',
  folder: 'pipelines',
  view: 'pipelines',
  words: { one: 'Pipeline', many: 'Pipelines', none: 'No pipelines yet', create: 'New Pipeline' },
  icon: 'git-merge',
  title: (record) => String(record.values['name'] ?? ''),
  description: () => '',
  summary: ['name', 'order_nr', 'is_deal_probability_enabled', 'add_time', 'update_time'],
  webPath: (record) => `/pipeline/${record.id}`,
  fields: async () => fields,
  list: (session, options) => session.api.records('pipeline').list(options),
  get: (session, id, options) => session.api.records('pipeline').get(id, options),
  collections: [stages],
});
