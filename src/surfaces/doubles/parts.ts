import type { Accounts } from '../../account/index.ts';
import type { Shelves } from '../../account/shelf.ts';
import type { Records } from '../../kinds/records.ts';

/** What possible doubles work with. */
export interface DoublesParts {
  readonly accounts: Pick<Accounts, 'active' | 'session' | 'onDidChange'>;
  readonly records: Pick<Records, 'onDidChange'>;
  readonly shelves: Shelves;
}
