import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { commands, contextKeys } from '../../src/ids/index.ts';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { until } from './support/company.ts';
import { SearchWindow } from './support/search.ts';

const token = 'search-test-token-0123456789';

for (const version of ['v2', 'v1'] as const) {
  describe(`The search, over ${version}`, () => {
    let sandbox: SandboxHandle;
    let folder: string;
    let window: SearchWindow;

    before(async () => {
      sandbox = await startSandbox({ token, limits: 'off' });
    });
    after(() => sandbox.close());
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'search-'));
      sandbox.log.clear();
      window = new SearchWindow(sandbox, token, version, folder);
    });
    afterEach(async () => {
      window.dispose();
      sandbox.clearFaults();
      await rm(folder, { recursive: true, force: true });
    });

    it('asks nothing before there is enough to ask, and says so', async () => {
      const pick = await window.open();
      assert.match(pick.rows()[0] ?? '', /Type a part of a name/);
      pick.type('x ');
      assert.match(pick.rows()[0] ?? '', /Type at least 2 characters.*One is enough for an exact match/);
      assert.deepEqual(sandbox.log.entries, []);
    });

    it('asks once for each kind when typing rests, and shows both kinds’ records with why they were found', async () => {
      const pick = await window.open();
      for (const typed of ['ta', 'tam', 'tamm', 'tamm5@']) pick.type(typed);
      await pick.answered();
      assert.deepEqual(window.searches(), ['persons term=tamm5@ 200', 'products term=tamm5@ 200']);
      assert.deepEqual(pick.rows(), ['Tõnu Tamm | Casa Verde | E-mail: tonu.tamm5@example.org']);
      await pick.find('P-1043');
      assert.ok(pick.rows().includes('Smart Conveyor 800 | £1,759.99 | Code: P-1043'), pick.rows().join('\n'));
      const cost = sandbox.log.entries.reduce((sum, entry) => sum + entry.cost, 0);
      assert.equal(cost, 4 * (version === 'v2' ? 20 : 40));
    });

    it('asks for prices and pictures with the same request', async () => {
      await (await window.open()).find('conveyor');
      const asked = sandbox.log.entries.map(({ query }) => new URLSearchParams(query).get('include_fields'));
      assert.deepEqual(asked.toSorted(), ['person.picture', 'product.price']);
    });

    it('cuts the request off that a letter makes needless, which the server sees', async () => {
      sandbox.fault({ fault: { kind: 'delay', ms: 60_000 }, path: '/persons/search' });
      sandbox.fault({ fault: { kind: 'delay', ms: 60_000 }, path: '/products/search' });
      const pick = await window.open();
      pick.type('tam');
      await until(() => sandbox.log.underWay === 2);
      assert.equal(pick.busy, true);
      pick.type('tamm5@');
      await pick.answered();
      await until(() => window.searches().length === 4);
      assert.deepEqual(window.searches().toSorted(), [
        'persons term=tam 0',
        'persons term=tamm5@ 200',
        'products term=tam 0',
        'products term=tamm5@ 200',
      ]);
      assert.deepEqual(pick.labels(), ['Tõnu Tamm']);
    });

    it('asks nothing again for a letter that is taken back', async () => {
      const pick = await window.open();
      const found = await pick.find('tamm');
      assert.ok(found.length > 1);
      await pick.find('tamm5@');
      assert.equal(window.searches().length, 4);
      pick.type('tamm');
      assert.deepEqual([pick.busy, pick.labels()], [false, found]);
      assert.equal(window.searches().length, 4);
    });

    it('finds what equals the term, also one character, and says that it does', async () => {
      const pick = await window.open();
      await pick.find('tõnu tamm');
      pick.press('Exact Match: Off');
      assert.match(pick.title, /exact match/);
      await pick.answered();
      assert.deepEqual(window.searches().slice(2), [
        'persons exact_match=true term=tõnu tamm 200',
        'products exact_match=true term=tõnu tamm 200',
      ]);
      assert.ok(pick.labels().length >= 1 && pick.labels().every((label) => label === 'Tõnu Tamm'));
      assert.deepEqual(await pick.find('x'), []);
      assert.equal(window.searches().length, 6);
      assert.match(pick.rows()[0] ?? '', /Nothing is exactly “x”.*Searched: names, e-mails/);
      pick.press('Exact Match: On');
      assert.doesNotMatch(pick.title, /exact match/);
      assert.match(pick.rows()[0] ?? '', /at least 2 characters/);
    });

    it('looks only where it is told, in no kind that has nothing of it, and remembers where', async () => {
      const pick = await window.open();
      window.choice = ['E-mails', 'Notes'];
      await window.run('searchFields');
      assert.match(pick.title, /only e-mails and notes/);
      assert.deepEqual(await pick.find('tamm5@'), ['Tõnu Tamm']);
      assert.deepEqual(window.searches(), ['persons fields=email,notes term=tamm5@ 200']);
      pick.hide();
      const next = await window.open();
      assert.match(next.title, /only e-mails and notes/);
      window.choice = ['Codes'];
      await window.run('searchFields');
      await next.find('P-1043');
      assert.equal(window.searches().at(-1), 'products fields=code term=P-1043 200');
      window.choice = [];
      await window.run('searchFields');
      assert.doesNotMatch(next.title, /only/);
    });

    it('searches in one organization, and in all again', async () => {
      const pick = await window.open();
      const organization = window.run('searchOrganization');
      await until(() => window.picks.length === 2);
      const choosing = window.pick;
      await choosing.find('casa verde');
      const [first = ''] = choosing.items.map(({ label }) => label);
      choosing.accept(first);
      await organization;
      assert.match(pick.title, new RegExp(`in ${first}`));
      sandbox.log.clear();
      await pick.find('tamm');
      assert.match(window.searches()[0] ?? '', /^persons organization_id=\d+ term=tamm 200$/);
      assert.equal(window.searches().length, 1);
      assert.ok(pick.items.every(({ uri, description }) => !uri || description === first));
      pick.press('Search All Organizations Again');
      await pick.answered();
      assert.doesNotMatch(pick.title, / in /);
      assert.equal(window.searches().length, 3);
    });

    it('shows a hundred, and the next hundred when asked', async () => {
      const pick = await window.open();
      await pick.find('an');
      const shown = pick.labels().length;
      const more = pick.items.at(-1);
      assert.match(more?.description ?? '', new RegExp(`^More results… \\(${shown} shown\\)$`));
      assert.equal(more?.label, '$(ellipsis)');
      pick.accept(more?.description ?? '');
      await until(() => pick.labels().length > shown);
      assert.equal(pick.labels().length, shown + 100);
      // Persons have another page, products have not.
      assert.equal(window.searches().length, 3);
      assert.equal(new Set(pick.items.map(({ uri }) => String(uri))).size, pick.items.length);
    });

    it('hides nothing that Pipedrive has found, and narrows it itself while the next is asked', async () => {
      const pick = await window.open();
      await pick.find('tamm');
      assert.ok(pick.items.every(({ alwaysShow }) => alwaysShow));
      pick.type('tamm5@');
      assert.ok(pick.items.filter(({ uri }) => uri).every(({ alwaysShow }) => !alwaysShow));
      await pick.answered();
    });

    it('says why it failed beside what was found, keeps what was typed, and tries again', async () => {
      const refusal = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;
      sandbox.fault({ fault: refusal, path: '/products/search' });
      const pick = await window.open();
      await pick.find('tamm5@');
      assert.deepEqual(pick.labels(), ['Tõnu Tamm']);
      assert.match(pick.rows()[1] ?? '', /^\$\(error\) \| .*not allowed/);
      assert.equal(pick.value, 'tamm5@');
      pick.accept('Retry');
      await until(() => pick.items.length === 1);
      assert.deepEqual(window.searches().slice(-1), ['products term=tamm5@ 200']);
      assert.equal(window.searches().length, 3);
    });

    it('says once that the day’s tokens are gone', async () => {
      const headers = { 'x-daily-ratelimit-token-remaining': '0' };
      const spent = { kind: 'status', status: 429, headers, body: { success: false, error: 'request over limit' } } as const;
      sandbox.fault({ fault: spent, path: '/persons/search' });
      sandbox.fault({ fault: spent, path: '/products/search' });
      const pick = await window.open();
      await pick.find('tamm5@');
      assert.equal(pick.items.filter(({ label }) => label === '$(error)').length, 1);
      assert.match(pick.rows()[0] ?? '', /tokens/);
    });

    it('opens a record as a form, as JSON and in Pipedrive', async () => {
      const pick = await window.open();
      await pick.find('tamm5@');
      pick.pressOn('Tõnu Tamm', 'Open in Pipedrive');
      assert.equal(pick.shown, true);
      pick.pressOn('Tõnu Tamm', 'Open as JSON');
      assert.equal(pick.shown, false);
      const again = await window.open();
      await again.find('tamm5@');
      again.accept('Tõnu Tamm');
      assert.equal(again.shown, false);
      assert.deepEqual(
        window.ran.filter((line) => line.includes('/persons/')).map((line) => line.split(' ')),
        ['pipedrive.openInPipedrive', 'pipedrive.openAsJson', 'pipedrive.open'].map((id) => [id, '/acme/persons/5.record']),
      );
    });

    it('keeps results as a list in the tree, which is read by its ids in one request', async () => {
      const pick = await window.open();
      const found = await pick.find('nils');
      assert.ok(found.length > 5);
      await pick.find('nils');
      pick.press('Keep as a List');
      await until(() => window.ran.some((line) => line === 'pipedrive.persons.focus'));
      assert.equal(pick.shown, false);
      assert.ok(window.ran.includes(`setContext ${contextKeys.kept} true`));

      const tree = window.trees.persons;
      const [kept] = await tree.getChildren();
      assert.equal(kept?.type, 'kept');
      assert.deepEqual(labelOf(tree.getTreeItem(kept)), ['Search: “nils”', `${found.length} persons`]);
      sandbox.log.clear();
      const rows = await tree.getChildren(kept);
      assert.deepEqual(
        rows.map((row) => labelOf(tree.getTreeItem(row))[0]),
        found,
      );
      // Version 1 knows no ids of persons: the other version is asked.
      const asked = sandbox.log.entries.filter(({ path }) => path.endsWith('/persons'));
      assert.equal(asked.length, 1);
      assert.match(asked[0]?.path ?? '', /v2/);
      assert.equal(new URLSearchParams(asked[0]?.query).get('ids')?.split(',').length, found.length);

      const gone = rows[0]?.type === 'record' ? rows[0].record.id : 0;
      await sandbox.asColleague('DELETE', `/api/v2/persons/${gone}`);
      sandbox.log.clear();
      await window.run('refreshKept', kept);
      await until(async () => (await tree.getChildren(kept)).length === found.length - 1);
      assert.equal(sandbox.log.entries.length, 1);

      await window.run('removeKept', kept);
      assert.notEqual((await tree.getChildren())[0]?.type, 'kept');
    });

    it('keeps products by their ids too, one list a question, and searches again by it', async () => {
      for (let time = 0; time < 2; time++) {
        const pick = await window.open();
        await pick.find('conveyor');
        await window.run('keepSearch');
      }
      const tree = window.trees.products;
      const [kept, other] = await tree.getChildren();
      assert.ok(kept?.type === 'kept' && other?.type === 'record');
      sandbox.log.clear();
      const rows = await tree.getChildren(kept);
      assert.deepEqual(
        rows.map(({ type }) => type),
        kept.kept.value.ids.map(() => 'record'),
      );
      const [asked, ...more] = sandbox.log.entries.filter(({ path }) => path.endsWith('/products'));
      assert.deepEqual([asked?.version, more.length], [version, 0]);
      const again = await window.open('searchAgain', kept);
      await again.answered();
      assert.equal(again.value, 'conveyor');
      assert.equal(again.labels().length, rows.length);
    });

    it('has nothing to keep before it has found something', async () => {
      await assert.rejects(window.run('keepSearch'), /no results to keep/);
      const pick = await window.open();
      assert.ok(!pick.buttons.some(({ tooltip }) => tooltip === 'Keep as a List'));
      await assert.rejects(window.run('removeKept'), /No search is kept/);
    });

    it('shows nothing of an account that is signed out', async () => {
      const pick = await window.open();
      await pick.find('tamm5@');
      window.signsOut();
      assert.equal(pick.shown, false);
      assert.ok(window.ran.includes(`setContext ${contextKeys.found} false`));
      await assert.rejects(window.open(), /not signed in/);
    });

    it('does not come back for an account that was signed out while an organization is chosen', async () => {
      const pick = await window.open();
      await pick.find('tamm5@');
      const organization = window.run('searchOrganization');
      await until(() => window.picks.length === 2);
      const choosing = window.pick;
      // VS Code shows one at a time.
      pick.hide();
      await choosing.find('casa verde');
      window.signsOut();
      const [first = ''] = choosing.items.map(({ label }) => label);
      choosing.accept(first);
      await organization;
      assert.equal(pick.shown, false);
      assert.equal(window.picks.length, 2);
    });
  });
}

const labelOf = ({ label, description }: vscode.TreeItem): readonly unknown[] => [label, description];

describe('The key of the search', () => {
  it('is one that VS Code does not use', async () => {
    const defaults = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const used = [...defaults.getText().matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"/g)].map(([, key, command]) => [
      key,
      command,
    ]);
    assert.ok(used.length > 500);
    assert.deepEqual(
      used.filter(([key]) => key?.split(' ')[0] === 'ctrl+alt+p'),
      [['ctrl+alt+p', commands.search]],
    );
  });
});
