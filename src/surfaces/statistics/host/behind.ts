import { env, l10n, ThemeIcon, window } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import type { Behind } from '../../../kinds/statistics.ts';
import { briefly, showMoney } from '../../../model/fieldTypes/monetary.ts';
import { openPage } from '../../document/attached/open.ts';
import { failureRows, plain, said, type SaidRow } from '../../shared/searchRows.ts';
import type { StatisticsParts } from './parts.ts';
import { shown, type Reading, type Result } from './reading.ts';
import { nameOf, periodText, stepName, userName } from './words.ts';

/** The numbers that Pipedrive gives with the deals behind them. */
export type Ended = 'started' | 'open' | 'won' | 'lost';

/** What opens the deals that are in a stage now. */
export const stageKey = (id: number): string => `stage:${id}`;

interface Source {
  readonly title: string;
  /** How many there are; absent where nobody knows. */
  readonly total?: number;
  /** The next ones; none at the end. */
  readonly next: (signal: AbortSignal) => Promise<readonly Behind[] | undefined>;
}

interface Row extends SaidRow {
  readonly behind?: Behind;
}

/** Shows the deals behind a number in a list that can be searched and opens their pages; more than fit a request come after each other. */
export async function openBehind(key: string, reading: Reading, parts: StatisticsParts): Promise<void> {
  const result = shown(reading);
  const source = await sourceOf(key, reading, result, parts);
  if (source) await new BehindPick(source, reading, result, parts).closed;
}

async function sourceOf(key: string, reading: Reading, result: Result, { room }: StatisticsParts): Promise<Source | undefined> {
  const { address, reckoning } = reading;
  const session = await room.documents.records.session(address.accountId);
  const [what = '', id = ''] = key.split(':');
  if (what === 'stage') {
    let cursor: string | undefined;
    let ended = false;
    const stepId = Number(id);
    return {
      title: l10n.t(
        'Open deals of {0} now in “{1}” of {2}',
        userName(result.user.name, result.user.id),
        stepName(result.steps, stepId),
        nameOf(reading),
      ),
      async next(signal) {
        if (ended) return undefined;
        const of = { stepId, userId: result.user.id, ...(cursor !== undefined && { cursor }) };
        const page = await reckoning.inStep(session, address.id, of, { signal });
        cursor = page.next;
        ended = cursor === undefined;
        return page.items;
      },
    };
  }
  const ended = endings[id as Ended] as (typeof endings)[Ended] | undefined;
  const [numbers, period] = what === 'before' ? [result.earlier, result.before] : [result.now, result.period];
  if (!ended || !numbers || !period) return undefined;
  const ids = [...new Set(numbers.movement[id as Ended].dealIds)];
  let from = 0;
  return {
    title: ended(nameOf(reading), periodText(period)),
    total: ids.length,
    async next(signal) {
      if (from >= ids.length) return undefined;
      const items = await reckoning.behind(session, ids.slice(from, from + reckoning.mostBehind), { signal });
      from += reckoning.mostBehind;
      return items;
    },
  };
}

const endings: Readonly<Record<Ended, (name: string, period: string) => string>> = {
  started: (name, period) => l10n.t('New deals of {0}, {1}', name, period),
  open: (name, period) => l10n.t('Deals of {0} left open, {1}', name, period),
  won: (name, period) => l10n.t('Won deals of {0}, {1}', name, period),
  lost: (name, period) => l10n.t('Lost deals of {0}, {1}', name, period),
};

/** One list of deals, filled while it is looked at. */
class BehindPick {
  readonly closed: Promise<void>;
  readonly #pick = window.createQuickPick<Row>();
  readonly #abort = new AbortController();
  readonly #source: Source;
  readonly #reading: Reading;
  readonly #result: Result;
  readonly #parts: StatisticsParts;
  #found: readonly Behind[] = [];
  #said: readonly SaidRow[] = [];

  constructor(source: Source, reading: Reading, result: Result, parts: StatisticsParts) {
    this.#source = source;
    this.#reading = reading;
    this.#result = result;
    this.#parts = parts;
    const pick = this.#pick;
    Object.assign(pick, { title: plain(source.title, 160), matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true });
    pick.placeholder = l10n.t('Type to search. Enter opens the deal in Pipedrive.');
    pick.onDidTriggerItemButton(({ item }) => this.#open(item));
    pick.onDidAccept(() => this.#open(pick.selectedItems[0]));
    this.closed = new Promise((resolve) => {
      pick.onDidHide(() => {
        this.#abort.abort();
        pick.dispose();
        resolve();
      });
    });
    pick.show();
    void this.#fill();
  }

  async #fill(): Promise<void> {
    const { signal } = this.#abort;
    this.#said = [];
    this.#pick.busy = true;
    try {
      for (let page = await this.#source.next(signal); page; page = await this.#source.next(signal)) {
        if (signal.aborted) return;
        this.#found = [...this.#found, ...page];
        this.#show();
      }
      this.#said = this.#endWords();
    } catch (error) {
      if (signal.aborted) return;
      if (!PipedriveError.is(error)) this.#parts.report(error);
      this.#said = failureRows(error, () => this.#fill());
    }
    if (signal.aborted) return;
    this.#pick.busy = false;
    this.#show();
  }

  #endWords(): readonly SaidRow[] {
    const missing = (this.#source.total ?? this.#found.length) - this.#found.length;
    if (missing > 0) {
      return [said('info', l10n.t('{0} of them cannot be shown: deleted or archived since, or not visible to you.', missing))];
    }
    return this.#found.length === 0 ? [said('info', l10n.t('No deals here.'))] : [];
  }

  #show(): void {
    this.#pick.items = [...this.#found.map((behind) => this.#row(behind)), ...this.#said];
  }

  #row(behind: Behind): Row {
    const { title, id, value, currency, stageId, ownerId } = behind;
    const stage = stageId === undefined ? '' : stepName(this.#result.steps, stageId);
    const owner = this.#reading.users.find((user) => user.id === ownerId);
    const details = [stage, ownerId === undefined ? '' : userName(owner?.name ?? '', ownerId)];
    return {
      label: plain(title, 80) || l10n.t('Deal {0}', id),
      description: plain(showMoney({ ...(value !== undefined && { value }), currency }, briefly.amount)),
      detail: plain(new Intl.ListFormat(env.language, { type: 'unit', style: 'short' }).format(details.filter(Boolean))),
      iconPath: new ThemeIcon(this.#reading.reckoning.iconOf(behind)),
      buttons: [{ iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Open in Pipedrive') }],
      behind,
    };
  }

  #open(row: Row | undefined): void {
    row?.run?.();
    const { behind } = row ?? {};
    if (!behind) return;
    this.#pick.hide();
    void this.#parts.attend('open what is behind a number', async () => {
      const { account } = await this.#parts.room.documents.records.session(this.#reading.address.accountId);
      await openPage(account, behind.path);
    });
  }
}
