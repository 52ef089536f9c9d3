import type { SearchHit } from '../../api/types.ts';
import type { Kind } from '../../kinds/index.ts';
import type { Records } from '../../kinds/records.ts';
import { titleOf } from '../../kinds/title.ts';
import type { RecordId } from '../../model/record.ts';
import { pickHit } from './pickHit.ts';

export interface Picking {
  readonly kind: Kind;
  readonly accountId: string;
  readonly title: string;
  readonly placeholder: string;
  /** What is not offered. */
  readonly without?: RecordId;
}

/** Picks a record by searching as one types; none where the person leaves. Its name comes along. */
export function pickRecord(records: Records, picking: Picking): Promise<SearchHit | undefined> {
  const { kind, accountId, title, placeholder, without } = picking;
  return pickHit({
    ...{ title, placeholder, icon: kind.icon },
    ask: async (term, asking) => {
      const page = await records.search(kind, accountId, { term }, { ...asking, limit: 25 });
      return { ...page, items: page.items.filter(({ id }) => id !== without) };
    },
    label: ({ id, name }) => titleOf(kind, { id, values: { [kind.nameKey]: name } }),
  });
}
