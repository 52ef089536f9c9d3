import type { Memento } from 'vscode';
import type { Accounts } from '../../account/index.ts';
import type { Shelf } from '../../account/shelf.ts';
import type { RecordId } from '../../model/record.ts';
import type { DocumentRoom } from '../document/index.ts';
import type { KeptSearches } from '../shared/keptSearches.ts';

/** A record that was opened. */
export interface Opened {
  readonly kindId: string;
  readonly id: RecordId;
  readonly title: string;
}

/** What the search needs of the rest of the extension. */
export interface SearchParts {
  readonly accounts: Pick<Accounts, 'active' | 'get' | 'onDidChange'>;
  readonly room: Pick<DocumentRoom, 'documents'>;
  /** The records that were opened last. */
  readonly opened: Shelf<Opened>;
  readonly searches: KeptSearches;
  /** What is remembered of one search for the next. */
  readonly state: Memento;
  readonly report: (error: unknown) => void;
}
