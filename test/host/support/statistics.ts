import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import * as vscode from 'vscode';
import type { Account, Session } from '../../../src/account/types.ts';
import { createApi } from '../../../src/api/index.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { pipeline } from '../../../src/kinds/pipeline/index.ts';
import { Records } from '../../../src/kinds/records.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { openBehind } from '../../../src/surfaces/statistics/host/behind.ts';
import { exportNumbers } from '../../../src/surfaces/statistics/host/exporting.ts';
import type { StatisticsParts } from '../../../src/surfaces/statistics/host/parts.ts';
import { Reading } from '../../../src/surfaces/statistics/host/reading.ts';
import { statisticsState } from '../../../src/surfaces/statistics/host/state.ts';
import type { Body, Section } from '../../../src/surfaces/statistics/messages.ts';

const token = 'host-test-token-0123456789abcdef';
const account: Account = { id: 'acme', company: 'Acme', user: 'Ann', currency: 'EUR', demo: false };

type Json = Readonly<Record<string, unknown>>;

/** A company with the statistics of its pipelines, as the editor reads, shows and exports them. */
export class StatisticsDesk {
  readonly sandbox: SandboxHandle;
  readonly parts: StatisticsParts;
  /** What was told to nobody's face. */
  readonly reported: unknown[] = [];
  readonly #records: Records;
  readonly #session: Session;
  readonly #folder: string;
  readonly #readings: Reading[] = [];

  private constructor(sandbox: SandboxHandle, version: ApiVersion, folder: string) {
    const log = { debug: () => undefined, warn: () => undefined };
    this.sandbox = sandbox;
    this.#folder = folder;
    this.#session = { account, api: createApi({ baseUrl: sandbox.url, token, version: () => version, log }) };
    this.#records = new Records({ session: async () => this.#session });
    this.parts = {
      room: { documents: { records: this.#records } },
      attend: async (_: string, run: () => unknown) => run(),
      report: (error: unknown) => this.reported.push(error),
    } as unknown as StatisticsParts;
  }

  static async of(version: ApiVersion): Promise<StatisticsDesk> {
    const folder = await mkdtemp(join(tmpdir(), 'statistics-'));
    return new StatisticsDesk(await startSandbox({ token, limits: 'off' }), version, folder);
  }

  open(id: number): Reading {
    const reading = new Reading({ accountId: account.id, kind: pipeline, id }, this.parts.room);
    this.#readings.push(reading);
    return reading;
  }

  /** What the editor shows under the controls. */
  body(reading: Reading): Body {
    return statisticsState(reading, account.company, () => 0).body;
  }

  /** The lines of one section, as they are read: label, number and worth. */
  lines(reading: Reading, id: Section['id']): readonly (readonly string[])[] {
    const body = this.body(reading);
    if (body.phase !== 'ready') throw new Error(`It is ${body.phase}.`);
    const figures = body.sections.find((section) => section.id === id)?.figures ?? [];
    return figures.map(({ label, now, before }) => [label, now.text, ...(before ? [before.text] : [])]);
  }

  behind(reading: Reading, key: string): Promise<void> {
    return openBehind(key, reading, this.parts);
  }

  /** Exports to a file that a person would have named; its rows without the head. */
  async exported(reading: Reading): Promise<readonly (readonly string[])[]> {
    const file = join(this.#folder, 'numbers.csv');
    const window = vscode.window as unknown as { showSaveDialog: typeof vscode.window.showSaveDialog };
    const own = window.showSaveDialog;
    window.showSaveDialog = async () => vscode.Uri.file(file);
    try {
      await exportNumbers(reading, this.parts);
    } finally {
      window.showSaveDialog = own;
    }
    const text = await readFile(file, 'utf8');
    return papaparse.parse<string[]>(text.slice(1).trimEnd()).data.slice(1);
  }

  /** What was asked since the last look: `/v1/pipelines/1/movement_statistics`, and its days. */
  requests(): readonly string[] {
    const lines = this.sandbox.log.entries.map(({ path, query }) => `${path.replace(/^\/api/, '')}${query}`);
    this.sandbox.log.clear();
    return lines;
  }

  /** A record or list of them as Pipedrive holds it, past the log. */
  async stored<T = Json>(path: string): Promise<T> {
    const { status, body } = await this.sandbox.asColleague('GET', `/api${path}`);
    if (status !== 200) throw new Error(`${path} was answered ${status}.`);
    return (body as { data: T }).data;
  }

  /** Changes what Pipedrive holds, behind the extension's back; unlike a colleague, its administrator makes pipelines, too. */
  async change(method: string, path: string, body?: object): Promise<Json> {
    const headers = { 'x-api-token': token, 'content-type': 'application/json' };
    const answer = await fetch(`${this.sandbox.url}/api/v2${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`);
    return ((await answer.json()) as { data: Json }).data;
  }

  async end(): Promise<void> {
    for (const reading of this.#readings) reading.dispose();
    this.#records.dispose();
    this.#session.api.dispose();
    await this.sandbox.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
