import type { Page, PipedriveRecord } from '../../model/record.ts';
import type { RelatedItem } from '../../model/related.ts';

/** A page of records as a page of items. */
export async function pageOf(
  { items, ...page }: Page<PipedriveRecord>,
  show: (record: PipedriveRecord) => RelatedItem | Promise<RelatedItem>,
): Promise<Page<RelatedItem>> {
  return { ...page, items: await Promise.all(items.map(async (item) => show(item))) };
}
