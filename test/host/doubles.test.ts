import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { PipedriveError } from '../../src/api/errors.ts';
import { commands, doublesView } from '../../src/ids/index.ts';
import { kinds } from '../../src/kinds/index.ts';
import type { RecordChange } from '../../src/kinds/records.ts';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { until, useCompany } from './support/company.ts';
import { DoublesWindow } from './support/doubles.ts';

const token = 'doubles-test-token-0123456789';
const kind = kinds.find(({ doubles }) => doubles);
assert.ok(kind);

for (const version of ['v2', 'v1'] as const) {
  describe(`Possible doubles, over ${version}`, () => {
    const list = version === 'v2' ? '/persons' : '/persons/collection';
    let sandbox: SandboxHandle;
    let folder: string;
    let window: DoublesWindow;

    const open = () => new DoublesWindow(sandbox, token, version, folder);
    const pages = () => sandbox.log.entries.filter(({ path, status }) => path.endsWith(list) && status === 200).length;
    const change = (id: number, more: Pick<RecordChange, 'change'> & Partial<RecordChange>): void =>
      window.hears({ address: { accountId: 'acme', kind, id }, ...more });
    const person = (id: number, values: object) => ({ id, values: { ...values }, names: {}, extras: {} });
    const labels = () => window.pairs().map(({ label }) => label);

    before(async () => {
      sandbox = await startSandbox({ token, limits: 'off' });
    });
    after(() => sandbox.close());
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'doubles-'));
      sandbox.log.clear();
      window = open();
    });
    afterEach(async () => {
      window.dispose();
      sandbox.clearFaults();
      await rm(folder, { recursive: true, force: true });
    });

    it('reads every person once, by the largest page, and says beforehand what that costs', async () => {
      await window.run('findDoubles');
      assert.equal(pages(), 3);
      assert.ok(sandbox.log.entries.every(({ method }) => method === 'GET'));
      assert.match(window.titles[0] ?? '', /10 API tokens for every 500 persons/);
      assert.match(window.view.description ?? '', /^\d+ pairs · 1,199 persons read$/);
      await window.run('findDoubles');
      assert.match(window.titles[1] ?? '', /among some 1,199 persons, for about 30 API tokens/);
    });

    it('is one search, however often it was asked for, and none of an account that was left meanwhile', async () => {
      await Promise.all([window.run('findDoubles'), window.run('findDoubles')]);
      assert.equal(pages(), 3);
      const all = vscode.commands as { executeCommand: typeof vscode.commands.executeCommand };
      const { executeCommand } = all;
      all.executeCommand = (command, ...args) => {
        // The view is brought into sight before anything is read.
        if (command === `${doublesView}.focus`) window.signsOut();
        return executeCommand(command, ...args);
      };
      try {
        await window.run('findDoubles');
      } finally {
        all.executeCommand = executeCommand;
      }
      assert.equal(pages(), 3);
      assert.deepEqual(window.pairs(), []);
    });

    it('lists the doubles of the made-up company with their reasons, the likeliest first', async () => {
      await window.run('findDoubles');
      const row = (label: string) => window.row(label);
      for (const [label, reason] of [
        ['Katharina Hoffmann · Katharina Hofmann', 'Same phone +496990009417'],
        ['Andrés Peña · Pena, Andres', 'Same name'],
        ['Gregor Zielinski · G. Zielinski', 'Same phone +494066969208'],
        ['Charlotte Ashby · Charlotte Pemberton', 'Same e-mail charlotte.ashby@mail.example.net'],
        ['Dominik Wagenknecht · DOMINIK WAGENKNECHT', 'Same e-mail d.wagenknecht@example.com'],
        ['Rosalind Achterberg · Floris van Dijk', 'Same phone +498999998300'],
      ] as const) {
        const names = label.split(' · ');
        const shown = window.pairs().find((pair) => names.every((name) => pair.label.includes(name)));
        assert.ok(shown, label);
        assert.match(shown.description, /^\d+ · /);
        assert.ok(shown.description.includes(reason), shown.description);
        assert.ok(shown.tooltip.includes(`• ${reason}`), shown.tooltip);
      }
      const scores = window.pairs().map(({ description }) => Number.parseInt(description, 10));
      assert.deepEqual(
        scores,
        scores.toSorted((a, b) => b - a),
      );
      const first = window.pairs()[0];
      assert.ok(first);
      assert.equal(row(first.label).context, 'pair');
      const two = window.rows(first);
      assert.equal(two.length, 2);
      assert.match(two[0]?.description ?? '', /^would stay/);
      assert.doesNotMatch(two[1]?.description ?? '', /would stay/);
    });

    it('keeps what was found when it is cancelled, says that it is a part, and reads the rest when asked', async () => {
      sandbox.fault({ fault: { kind: 'delay', ms: 60_000 }, path: list, skip: 1 });
      const search = window.run('findDoubles');
      await until(() => window.told.length > 0);
      assert.match(window.told[0] ?? '', /^500 persons read · \d+ pairs · \d+ API tokens$/);
      window.cancel();
      await search;
      window.row('This is a part: the search was stopped after 500 persons.');
      const before = labels().length;
      assert.ok(before > 0);
      sandbox.clearFaults();
      // The server notices late that nobody waits for the second page.
      await until(() => pages() === 2);
      sandbox.log.clear();
      window.row('Read the Rest');
      await window.run('resumeDoubles');
      assert.equal(pages(), 2);
      assert.ok(labels().length > before);
      assert.match(window.view.description ?? '', /1,199 persons read/);
      assert.ok(!window.rows().some(({ label }) => /part/.test(label)));
    });

    it('says why it failed, keeps what was found, and goes on from there', async () => {
      const refusal = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;
      sandbox.fault({ fault: refusal, path: list, skip: 1 });
      await window.run('findDoubles');
      assert.ok(window.rows().some(({ label }) => /not allowed/.test(label)));
      assert.ok(labels().length > 0);
      window.row('Retry');
      await window.run('resumeDoubles');
      assert.equal(pages(), 3);
      assert.match(window.view.description ?? '', /1,199 persons read/);
    });

    it('says why it could not begin, and begins when asked again', async () => {
      window.refuses = new PipedriveError('unreachable', 'Nobody answers.');
      await window.run('findDoubles');
      window.row('Nobody answers.');
      window.row('Retry');
      window.refuses = undefined;
      await window.run('resumeDoubles');
      assert.match(window.view.description ?? '', /1,199 persons read/);
    });

    it('keeps a pair separate, also in the next window, until it is compared again', async () => {
      await window.run('findDoubles');
      const [first, second, third] = window.pairs();
      assert.ok(first && second && third);
      await window.run('keepSeparate', first.node, [first.node, second.node]);
      assert.ok(!labels().includes(first.label) && !labels().includes(second.label));
      assert.equal(window.row('Kept separate').description, '2');

      window.dispose();
      window = open();
      await window.run('findDoubles');
      assert.equal(labels()[0], third.label);
      const kept = window.rows(window.row('Kept separate'));
      assert.equal(kept.length, 2);
      const again = kept.find(({ label }) => label === first.label);
      await window.run('compareAgain', again?.node);
      assert.equal(labels()[0], first.label);
      assert.equal(window.row('Kept separate').description, '1');
    });

    it('opens a pair’s merge, and after it the next one’s', async () => {
      await window.run('findDoubles');
      const [, second, third] = window.pairs();
      assert.ok(second && third);
      const ids = (row: typeof second) => {
        const { pair } = row.node as { pair: Record<'absorbed' | 'survivor', { id: number }> };
        return [pair.absorbed.id, pair.survivor.id];
      };
      await window.run('mergePair', second.node);
      assert.deepEqual(window.opened, [{ accountId: 'acme', kindId: kind.id, ids: ids(second) }]);
      const [absorbed = 0, survivor = 0] = ids(second);
      change(absorbed, { change: 'removed', into: person(survivor, { name: 'One' }) });
      await until(() => window.opened.length === 2);
      assert.deepEqual(window.opened[1], { accountId: 'acme', kindId: kind.id, ids: ids(third) });
      assert.deepEqual(window.view.revealed.at(-1), third.node);
      assert.ok(!labels().includes(second.label));
    });

    it('follows what other surfaces write, and opens nothing by that', async () => {
      await window.run('findDoubles');
      const [first] = window.pairs();
      assert.ok(first);
      await window.run('mergePair', first.node);
      const { pair } = first.node as { pair: Record<'absorbed', { id: number; name: string; emails: string[] }> };
      const { id, name, emails } = pair.absorbed;
      const written = { emails: emails.map((value) => ({ value })), phones: [] };
      change(id, { change: 'updated', record: person(id, { name: `${name} **Jr**`, ...written }) });
      assert.ok(window.pairs().some(({ label }) => label.includes(`${name} **Jr**`)));
      change(id, { change: 'updated', record: person(id, { name: 'Somebody Else', emails: [], phones: [] }) });
      assert.ok(!labels().some((label) => label.includes('Somebody Else')));
      change(id, { change: 'updated', record: person(id, { name, ...written }) });
      assert.ok(labels().includes(first.label));
      change(id, { change: 'removed' });
      assert.ok(!labels().includes(first.label));
      assert.equal(window.opened.length, 1);
    });

    it('shows nothing of an account that is signed out', async () => {
      await window.run('findDoubles');
      window.signsOut();
      assert.deepEqual(window.rows(), []);
      await assert.rejects(window.run('findDoubles'), /not signed in/);
    });
  });

  describe(`The command that finds possible doubles, over ${version}`, () => {
    const company = useCompany(version);

    it('asks for the pages of persons, and nothing it has not to', async () => {
      await vscode.commands.executeCommand(commands.findDoubles);
      await company().quiet();
      // A side bar that comes into sight reads a page of persons too, in another order.
      const scanned = company()
        .entries()
        .filter(
          ({ path, query }) =>
            path.endsWith(version === 'v1' ? '/persons/collection' : '/persons') &&
            (version === 'v1' || query.includes('sort_by=id')),
        );
      assert.equal(scanned.length, 3);
    });
  });
}
