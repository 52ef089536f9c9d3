import * as l10n from '@vscode/l10n';
import type { Session } from '../../account/types.ts';
import type { WriteOptions } from '../../api/types.ts';
import type { Field } from '../../model/field.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { fixedField } from '../fixedField.ts';
import { defineKind } from '../kind.ts';
import { board } from './board.ts';
import { statistics } from './statistics.ts';
import { readStages, stageColumns, stagesOf, writeStages } from './stages.ts';

/** A pipeline: Pipedrive gives it no fields of the account's own, so they are listed here. */
const fields = [
  fixedField('name', l10n.t('Name'), 'varchar', { required: true }),
  fixedField('order_nr', l10n.t('Order'), 'int'),
  fixedField('is_deal_probability_enabled', l10n.t('Deal probability'), 'boolean'),
  fixedField('is_deleted', l10n.t('Active'), 'boolean', {
    options: [
      { id: 'false', label: l10n.t('Yes') },
      { id: 'true', label: l10n.t('No') },
    ],
  }),
  fixedField('add_time', l10n.t('Added on'), 'datetime', { writable: false }),
  fixedField('update_time', l10n.t('Last changed'), 'datetime', { writable: false }),
];

/** Written one by one, not with the pipeline. */
const stagesField = (movable: boolean): Field =>
  fixedField('stages', l10n.t('Stages'), 'rows', {
    columns: stageColumns,
    ...(movable
      ? { ordered: true }
      : {
          fixedOrder: l10n.t(
            'it cannot take another place, and new stages go to the end. Only version 1 of Pipedrive’s API can change the order; the setting pipedrive.apiVersion chooses it.',
          ),
        }),
  });

const withStages = (record: PipedriveRecord, rows: unknown): PipedriveRecord => ({
  ...record,
  values: { ...record.values, stages: rows },
});

async function create(session: Session, { stages: rows, ...values }: Values, options?: WriteOptions) {
  const made = await session.api.records('pipeline').create(values, options);
  return rows === undefined ? made : writeStages(session, withStages(made, []), rows, options);
}

async function update(session: Session, current: PipedriveRecord, { stages: rows, ...changes }: Values, options?: WriteOptions) {
  const updated =
    Object.keys(changes).length > 0
      ? withStages(await session.api.records('pipeline').update(current.id, changes, options), stagesOf(current))
      : current;
  return rows === undefined ? updated : writeStages(session, updated, rows, options);
}

export const pipeline = defineKind({
  id: 'pipeline',
  folder: 'pipelines',
  view: 'pipelines',
  words: {
    one: l10n.t('Pipeline'),
    many: l10n.t('Pipelines'),
    several: l10n.t('pipelines'),
    counted: [l10n.t('{0} pipeline'), l10n.t('{0} pipelines')],
    none: l10n.t('No pipelines yet'),
    create: l10n.t('New Pipeline'),
  },
  icon: 'git-merge',
  title: (record) => String(record.values['name'] ?? ''),
  nameKey: 'name',
  description: () => '',
  summary: ['name', 'order_nr', 'is_deal_probability_enabled', 'add_time', 'update_time'],
  webPath: (record) => `/pipeline/${record.id}`,
  fields: async ({ api }) => [
    ...fields.map((field) => (field.writable ? { ...field, ...api.writing('pipeline', field.key) } : field)),
    stagesField(api.writing('stage', 'order_nr').writable),
  ],
  list: (session, options) => session.api.records('pipeline').list(options),
  async get(session, id, options) {
    const [record, rows] = await Promise.all([
      session.api.records('pipeline').get(id, options),
      readStages(session, id, options),
    ]);
    return withStages(record, rows);
  },
  create,
  update,
  remove: (session, id, options) => session.api.records('pipeline').remove(id, options),
  removeMany: {
    plan: (count) => ({ operation: 'pipeline.remove', count }),
    run: (session, ids, options) => session.api.removeMany('pipeline', ids, options),
  },
  restore: (session, id, options) => session.api.restore('pipeline', id, options),
  hangsOff: {
    needs: ['stages'],
    of: (record) => {
      const count = stagesOf(record).length;
      return [
        ...(count > 0 ? [count === 1 ? l10n.t('{0} stage', count) : l10n.t('{0} stages', count)] : []),
        l10n.t('the deals in it'),
      ];
    },
  },
  afterwards: l10n.t('Pipedrive keeps deleted pipelines for 30 days.'),
  defaults: async () => ({
    name: '',
    is_deal_probability_enabled: true,
    stages: [{ name: l10n.t('New'), deal_probability: 100 }],
  }),
  board,
  statistics,
});
