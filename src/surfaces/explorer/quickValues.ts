import type { Records } from '../../kinds/records.ts';
import type { PipedriveRecord } from '../../model/record.ts';
import type { Node, RecordNode } from './nodes.ts';
import { failureRows } from './rows.ts';
import { valueRows } from './valueRows.ts';

/** The values that a record opens to: from the record that the list has, or read once where its row lacks them. */
export class QuickValues {
  readonly #records: Records;
  readonly #renew: (node: RecordNode, record: PipedriveRecord) => void;
  readonly #read = new WeakSet<PipedriveRecord>();

  /** @param renew takes in a record that had to be read */
  constructor(records: Records, renew: (node: RecordNode, record: PipedriveRecord) => void) {
    this.#records = records;
    this.#renew = renew;
  }

  /** @param again shows anew what is under the node */
  async rows(node: RecordNode, again: () => Promise<void>): Promise<Node[]> {
    try {
      const [fields] = await Promise.all([this.#records.fields(node.kind, node.account.id), this.#complete(node)]);
      return valueRows(node, fields);
    } catch (error) {
      return failureRows(node.id, error, again);
    }
  }

  /** A record that was read whole and has no such value is not asked for again. */
  async #complete(node: RecordNode): Promise<void> {
    const { kind, account, record } = node;
    if (this.#read.has(record) || (kind.quick ?? []).every((key) => key in record.values)) return;
    const whole = await this.#records.get({ accountId: account.id, kind, id: record.id });
    this.#read.add(whole);
    this.#renew(node, whole);
  }
}
