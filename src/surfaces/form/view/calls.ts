import type { FieldTypeId } from '../../../model/fieldTypes/ids.ts';
import type { Channel } from '../../shared/channel.ts';
import type { FormActionId, Found, HistoryCalls, PictureCalls, RelatedCalls, Source } from '../messages.ts';

/** What the form's parts ask of the host. */
export interface FormCalls {
  /** One undo step. */
  edit(key: string, value: unknown): Promise<void>;
  putBack(key: string): void;
  choose(key: string, side: 'mine' | 'theirs'): void;
  search(type: FieldTypeId, term: string, signal: AbortSignal): Promise<readonly Found[]>;
  /** Reads a list that a control chooses from. */
  choices(of: Source): void;
  /** Calls a phone number of the document's, or writes to an e-mail address of it; `index` is its place in a list. */
  open(key: string, index: number): void;
  act(action: FormActionId): void;
  /** Asks about what hangs off the record. Rejects with the host's sentence. */
  readonly related: Channel<RelatedCalls>['call'];
  /** The same about its picture. */
  readonly picture: Channel<PictureCalls>['call'];
  /** Asks about the record's history. Rejects with the host's sentence. */
  readonly history: Channel<HistoryCalls>['call'];
}
