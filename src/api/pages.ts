import type { Page } from '../model/record.ts';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';
import type { Listing, ListOptions } from './types.ts';

/**
 * All pages of a list, one request at a time; stop taking them, or abort `options.signal`, and no more are asked for.
 *
 * @throws PipedriveError of a request; `unexpected` where a cursor comes again or a page repeats, which would go on forever
 */
export async function* pages<T extends { readonly id: unknown }>(
  listing: Listing<T>,
  options: ListOptions = {},
): AsyncGenerator<Page<T>, void, undefined> {
  const cursors = new Set<string>();
  const seen = new Set<string>();
  let cursor = options.cursor;
  do {
    const page = await listing.list({ ...options, ...(cursor !== undefined && { cursor }) });
    const content = page.items.map((item) => String(item.id)).join();
    const { next } = page;
    const repeats = seen.has(content) || (next !== undefined && (cursors.has(next) || next === cursor));
    // The first empty page is an end that still points on; a second one shows that it never stops.
    if (repeats) throw new PipedriveError('unexpected', sentences.pageLoop());
    seen.add(content);
    if (next !== undefined) cursors.add(next);
    yield page;
    cursor = next;
  } while (cursor !== undefined);
}
