import * as l10n from '@vscode/l10n';
import type { CollectionName, FileOwner } from '../../api/types.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import { pageOf } from './paged.ts';
import type { RelatedItem } from '../../model/related.ts';
import type { Related } from './related.ts';
import { language } from '../../model/language.ts';

/** The files of a record (https://developers.pipedrive.com/docs/api/v1/Files). */
export const files = (name: Extract<CollectionName, `${string}.files`>, owner: keyof FileOwner): Related => ({
  id: 'files',
  icon: 'files',
  words: { many: l10n.t('Files'), none: l10n.t('No files yet') },
  countKey: 'files_count',
  choices: [
    {
      id: 'sort',
      label: l10n.t('Order'),
      options: [
        { id: 'id DESC', label: l10n.t('Newest first') },
        { id: 'id ASC', label: l10n.t('Oldest first') },
        { id: 'update_time DESC', label: l10n.t('Last changed first') },
      ],
    },
  ],
  async list(session, { id }, { chosen, ...options } = {}) {
    const query = { sort: chosen?.['sort'] ?? 'id DESC' };
    return pageOf(await session.api.collection(name, id).list({ ...options, query }), shown);
  },
  async open({ api }, id, options) {
    const { values } = await api.records('file').get(id, options);
    const size = values['file_size'];
    return {
      as: 'file',
      name: nameOf(values),
      ...(typeof size === 'number' ? { size } : {}),
      save: (path, call) => api.files.download(id, path, call),
    };
  },
  add: {
    form: 'file',
    plan: [{ operation: 'file.upload' }],
    run: async ({ api }, record, { path }, options) => shown(await api.files.upload(path, { [owner]: record }, options)),
  },
  remove: {
    label: l10n.t('Delete File'),
    question: l10n.t('Delete this file? Pipedrive offers no way to bring it back.'),
    run: ({ api }, _record, id, options) => api.records('file').remove(id, options),
  },
});

const nameOf = ({ name, file_name: file }: PipedriveRecord['values']): string => String(name || file || '');

const icons: readonly (readonly [RegExp, string])[] = [
  [/\.(png|jpe?g|gif|webp|svg|bmp|heic)$/i, 'file-media'],
  [/\.pdf$/i, 'file-pdf'],
  [/\.(zip|gz|tgz|7z|rar)$/i, 'file-zip'],
  [/\.(json|csv|tsv|xml|html?|md|txt|log)$/i, 'file-text'],
];

const units = ['B', 'KB', 'MB', 'GB'];

/** A size as a person reads it, `1.4 MB`. */
function sizeOf(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return `${new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(bytes / 1000 ** step)} ${units[step] ?? ''}`;
}

function shown({ id, values }: PipedriveRecord): RelatedItem {
  const name = nameOf(values);
  const { file_size: size, add_time: added } = values;
  return {
    id: String(id),
    icon: icons.find(([ending]) => ending.test(name))?.[1] ?? 'file',
    title: name,
    details: [typeof size === 'number' ? sizeOf(size) : ''],
    ...(typeof added === 'string' ? { time: added } : {}),
    opens: true,
    removes: true,
  };
}
