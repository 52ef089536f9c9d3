import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids/index.ts';
import { json, until, useCompany, write } from './support/company.ts';
import { usePerson } from './support/person.ts';
import { range, rowsOf } from './support/rows.ts';

const [alex, camille, kenji] = [23_000_101, 23_000_108, 23_000_122];
const burst = {
  kind: 'status',
  status: 429,
  body: { success: false, error: 'Slow down' },
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
} as const;
const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;

for (const version of ['v2', 'v1'] as const) {
  describe(`Acting on many, over ${version}`, function () {
    this.timeout(60_000);
    const company = useCompany(version);
    const person = usePerson();
    const update = version === 'v2' ? 'PATCH' : 'PUT';
    const run = async (command: string, ids: readonly number[], folder = 'persons') => {
      const rows = await rowsOf(company(), folder, ids);
      company().requests();
      return vscode.commands.executeCommand(command, ...rows);
    };
    const aboutRecords = () =>
      company()
        .requests()
        .filter((line) => /\/(persons|products)/.test(line));
    const owners = async (ids: readonly number[]) =>
      Promise.all(ids.map(async (id) => (await company().stored(`persons/${id}`))['owner_id']));
    const ownedByOthers = async (ids: readonly number[]) => {
      for (const id of ids) await company().colleague(`persons/${id}`, { owner_id: alex });
    };

    it('gives twenty another owner in one request each, past a 429, and tries the one that was refused again', async () => {
      const ids = range(101, 20);
      await ownedByOthers(ids);
      company().sandbox.fault({ fault: burst, method: update, path: '/persons/*', skip: 7 });
      company().sandbox.fault({ fault: refused, method: update, path: '/persons/113' });
      const changed = run(commands.changeOwner, ids);
      person.takes('Change Owner', /^Change the owner of 20 persons to Camille Fournier\?$/);
      await person.chooses('Camille Fournier');
      assert.match(person.asked, new RegExp(`owner of 20 persons[^]*takes ${version === 'v2' ? 100 : 200} API tokens`, 'i'));
      await changed;
      const [question] = person.heard;
      assert.match(question?.detail ?? '', /and 15 more/);
      const said = await person.hears(/^Owner of 19 of 20 changed/);
      assert.match(said.text, /Not changed: “[^”]+” \(.*not allowed.*\)$/);
      assert.deepEqual(said.buttons, ['Retry']);
      const waited = company().sandbox.log.entries.filter(({ status }) => status === 429).length;
      assert.ok(waited > 0, 'a 429 was met');
      // Documents that other tests left open may ask for names meanwhile.
      const sent = aboutRecords().filter((line) => ids.some((id) => line.endsWith(`/persons/${id}`)));
      assert.equal(sent.length, ids.length + waited, `one each, and what met a 429 once more:\n${sent.join('\n')}`);
      assert.ok(
        sent.every((line) => line.startsWith(update)),
        sent.join('\n'),
      );
      const now = await owners(ids);
      assert.equal(now.filter((owner) => owner === camille).length, 19);
      assert.equal(now[12], alex);
    });

    it('tries those alone again that were left', async () => {
      const ids = range(130, 3);
      await ownedByOthers(ids);
      company().sandbox.fault({ fault: refused, method: update, path: '/persons/131' });
      const changed = run(commands.changeOwner, ids);
      person.takes('Change Owner', /^Change the owner/);
      person.takes('Retry', /^Owner of 2 of 3 changed/);
      await person.chooses('Camille Fournier');
      await changed;
      const sent = () =>
        company()
          .entries()
          .filter(({ method }) => method === update).length;
      await until(() => sent() === 4);
      await until(async () => (await owners(ids)).every((owner) => owner === camille));
      assert.equal(aboutRecords().filter((line) => line.endsWith('/131')).length, 2);
    });

    it('puts it beside unsaved edits, which stay, and sends nothing of that record', async () => {
      const ids = range(135, 3);
      await ownedByOthers(ids);
      const document = await company().open('persons/136');
      await write(document, { name: 'Not saved yet' });
      const changed = run(commands.changeOwner, ids);
      person.takes('Change Owner', /^Change the owner/);
      await person.chooses('Camille Fournier');
      await changed;
      assert.match(
        person.heard[0]?.detail ?? '',
        new RegExp(`Unsaved changes: in “[^”]+” it becomes.*\\n.*takes ${version === 'v2' ? 10 : 20} API`),
      );
      await person.hears(/owns 3 persons now\. Unsaved changes/);
      assert.deepEqual(aboutRecords().toSorted(), [`${update} /persons/135`, `${update} /persons/137`]);
      assert.ok(document.isDirty);
      assert.deepEqual([json(document)['name'], json(document)['owner_id']], ['Not saved yet', camille]);
      assert.ok(await document.save());
      assert.deepEqual(await owners(ids), [camille, camille, camille]);
    });

    it('does nothing without a yes', async () => {
      const ids = range(140, 2);
      await ownedByOthers(ids);
      const changed = run(commands.changeOwner, ids);
      await person.chooses('Camille Fournier');
      await changed;
      assert.equal(person.heard.length, 1);
      assert.deepEqual(aboutRecords(), []);
    });

    it('sends nothing more once it is cancelled, and says what was not done', async () => {
      const ids = range(145, 8);
      await ownedByOthers(ids);
      const window = vscode.window as unknown as { withProgress: typeof vscode.window.withProgress };
      const own = window.withProgress;
      window.withProgress = async (options, task) => {
        if (!options.cancellable) return own.call(vscode.window, options, task) as never;
        const cancelling = new vscode.CancellationTokenSource();
        let done = 0;
        return task({ report: () => (++done === 3 ? cancelling.cancel() : undefined) }, cancelling.token);
      };
      try {
        const changed = run(commands.changeOwner, ids);
        person.takes('Change Owner', /^Change the owner/);
        await person.chooses('Camille Fournier');
        await changed;
      } finally {
        window.withProgress = own;
      }
      const said = await person.hears(/^Owner of 3 of 8 changed/);
      assert.match(said.text, /\(.*[Cc]ancelled.*\)$/);
      assert.equal(aboutRecords().length, 3);
      assert.deepEqual((await owners(ids)).filter((owner) => owner === camille).length, 3);
    });

    describe('labels', () => {
      let labels: readonly { id: number; label: string }[];
      const held = async (id: number) => (await company().stored(`persons/${id}`))['label_ids'];
      before(async () => {
        const answer = await company().sandbox.asColleague('GET', '/api/v2/personFields/label_ids');
        labels = (answer.body as { data: { options: { id: number; label: string }[] } }).data.options;
      });
      const change = async (way: string, ids: readonly number[], ...picked: readonly string[]) => {
        const changed = run(commands.changeLabel, ids);
        person.takes('Change Labels', /persons/);
        await person.chooses(way);
        await person.checks(...picked);
        await changed;
      };

      it('are added to those that are there now, whatever the list shows', async () => {
        const [one, two, three] = labels;
        assert.ok(one && two && three);
        await company().colleague('persons/160', { label_ids: [one.id] });
        await company().colleague('persons/161', { label_ids: [two.id] });
        const rows = await rowsOf(company(), 'persons', [160, 161]);
        // Set after the list was read.
        await company().colleague('persons/160', { label_ids: [one.id, three.id] });
        company().requests();
        const changed = vscode.commands.executeCommand(commands.changeLabel, ...rows);
        person.takes('Change Labels', /^Add “.*” to 2 persons\?$/);
        await person.chooses('Add Labels…');
        await person.checks(two.label);
        await changed;
        assert.deepEqual(await held(160), [one.id, three.id, two.id]);
        assert.deepEqual(await held(161), [two.id]);
        assert.deepEqual(aboutRecords(), ['GET /persons/160', `${update} /persons/160`, 'GET /persons/161']);
      });

      it('are taken away and set', async () => {
        const [one, two, three] = labels;
        assert.ok(one && two && three);
        for (const id of [162, 163]) await company().colleague(`persons/${id}`, { label_ids: [one.id, two.id] });
        await change('Remove Labels…', [162, 163], one.label);
        assert.deepEqual([await held(162), await held(163)], [[two.id], [two.id]]);
        person.clear();
        await change('Set Labels…', [162, 163], three.label);
        assert.deepEqual(aboutRecords(), [`${update} /persons/162`, `${update} /persons/163`]);
        assert.deepEqual([await held(162), await held(163)], [[three.id], [three.id]]);
        person.clear();
        await change('Set Labels…', [162, 163]);
        assert.deepEqual([await held(162), await held(163)], [[], []]);
      });
    });

    it('adds followers, each user to each record', async () => {
      const followed = run(commands.addFollower, [3, 4], 'products');
      person.takes('Add Follower', /^Add Camille Fournier and Kenji 田中 as follower of 2 products\?$/);
      await person.checks('Camille Fournier', 'Kenji 田中');
      await followed;
      assert.match(person.heard[0]?.detail ?? '', version === 'v2' ? /takes 20 API/ : /takes 40 API/);
      assert.equal(aboutRecords().filter((line) => line.startsWith('POST')).length, 4);
      const answer = await company().sandbox.asColleague('GET', '/api/v2/products/3/followers');
      const users = (answer.body as { data: { user_id: number }[] }).data.map(({ user_id }) => user_id);
      assert.ok(users.includes(camille) && users.includes(kenji));
    });

    describe('taking along', () => {
      const copied = () => vscode.env.clipboard.readText();

      it('copies names, ids and links, one a line, without a request', async () => {
        const names = await Promise.all([20, 21].map(async (id) => (await company().stored(`persons/${id}`))['name']));
        await run(commands.copyName, [20, 21]);
        assert.equal(await copied(), names.join('\n'));
        await run(commands.copyId, [20, 21]);
        assert.equal(await copied(), '20\n21');
        await run(commands.copyLink, [20, 21]);
        assert.match(await copied(), /^https:\/\/[^/]+\.pipedrive\.com\/person\/20\nhttps:\/\/[^/]+\/person\/21$/);
        assert.deepEqual(aboutRecords(), []);
      });

      it('copies one as JSON, and several as a list', async () => {
        await run(commands.copyAsJson, [20]);
        const one = JSON.parse(await copied()) as Record<string, unknown>;
        await run(commands.copyAsJson, [20, 21]);
        const both = JSON.parse(await copied()) as Record<string, unknown>[];
        assert.equal(both.length, 2);
        assert.deepEqual(both[0], one);
      });

      it('exports a table with names in place of ids, and no formula', async () => {
        const folder = vscode.Uri.joinPath(
          vscode.Uri.file((await import('node:os')).tmpdir()),
          `export-${process.pid}-${version}`,
        );
        const file = vscode.Uri.joinPath(folder, 'persons.csv');
        await vscode.workspace.fs.createDirectory(folder);
        const window = vscode.window as unknown as { showSaveDialog: typeof vscode.window.showSaveDialog };
        const own = window.showSaveDialog;
        await company().colleague('persons/20', { name: '=HYPERLINK("http://evil.example","Hi")', owner_id: camille });
        window.showSaveDialog = async () => file;
        try {
          await run(commands.exportCsv, [20, 21]);
          await person.hears(/^2 persons exported to persons\.csv\.$/);
        } finally {
          window.showSaveDialog = own;
        }
        const text = Buffer.from(await vscode.workspace.fs.readFile(file)).toString();
        await vscode.workspace.fs.delete(folder, { recursive: true });
        assert.ok(text.startsWith('\uFEFF') && text.endsWith('\r\n'));
        const [head, first] = text.slice(1).split('\r\n');
        assert.match(head ?? '', /Name.*Owner/);
        assert.ok(first?.includes(`"'=HYPERLINK(""http://evil.example"",""Hi"")"`), first);
        assert.ok(first?.includes('Camille Fournier'), first);
        assert.ok(!first?.includes(String(camille)), first);
      });

      it('asks before it opens more than ten pages', async () => {
        const env = vscode.env as unknown as { openExternal: typeof vscode.env.openExternal };
        const own = env.openExternal;
        const opened: string[] = [];
        env.openExternal = async (uri) => opened.push(uri.toString()) > 0;
        try {
          await run(commands.openInPipedrive, range(20, 11));
          assert.match(person.heard[0]?.text ?? '', /^Open the pages of 11 persons/);
          assert.deepEqual(opened, []);
          await run(commands.openInPipedrive, [20, 21]);
          assert.equal(opened.length, 2);
        } finally {
          env.openExternal = own;
        }
      });
    });

    describe('from the palette, on nothing', () => {
      it('asks of which kind, and which record', async () => {
        await company().colleague('persons/170', { name: 'Picked By Palette', owner_id: alex });
        const changed = vscode.commands.executeCommand(commands.changeOwner);
        await person.chooses('Person');
        await person.searchesFor('picked by pal', 'Picked By Palette');
        await person.chooses('Camille Fournier');
        await changed;
        assert.deepEqual(await owners([170]), [camille]);
      });

      it('copies the name of a pipeline that is picked from the list', async () => {
        const name = String((await company().stored('pipelines/1'))['name']);
        const done = vscode.commands.executeCommand(commands.copyName);
        await person.chooses('Pipeline');
        await person.chooses(name);
        await done;
        assert.equal(await vscode.env.clipboard.readText(), name);
      });

      it('renames a record that is picked', async () => {
        const renamed = vscode.commands.executeCommand(commands.rename);
        await person.chooses('Person');
        await company().colleague('persons/171', { name: 'To Be Renamed' });
        await person.searchesFor('to be renam', 'To Be Renamed');
        await person.types('Renamed By Palette');
        await renamed;
        assert.equal((await company().stored('persons/171'))['name'], 'Renamed By Palette');
      });

      it('changes a value that is picked', async () => {
        await company().colleague('persons/172', {
          name: 'Has A Phone',
          phones: [{ value: '111', label: 'work', primary: true }],
        });
        const edited = vscode.commands.executeCommand(commands.editValue);
        await person.searchesFor('has a ph', 'Has A Phone');
        await person.chooses('111');
        await person.types('222');
        await edited;
        const [phone] = (await company().stored('persons/172'))['phones'] as { value: string }[];
        assert.equal(phone?.value, '222');
      });

      it('means the document in front', async () => {
        await company().open('persons/173');
        const name = String((await company().stored('persons/173'))['name']);
        await vscode.commands.executeCommand(commands.copyName);
        assert.equal(await vscode.env.clipboard.readText(), name);
      });
    });

    // The last, as nothing is asked of Pipedrive any more afterwards.
    describe('on a day’s last tokens', () => {
      it('stops at once where the day’s budget is spent, and says so of all that are left', async () => {
        const ids = range(180, 6);
        await ownedByOthers(ids);
        const headers = {
          'x-daily-ratelimit-token-remaining': '0',
          'x-daily-ratelimit-token-limit': '1000',
          'x-ratelimit-remaining': '50',
        };
        company().sandbox.fault({ fault: { ...burst, headers }, method: update, path: '/persons/*', skip: 2 });
        const changed = run(commands.changeOwner, ids);
        person.takes('Change Owner', /^Change the owner/);
        await person.chooses('Camille Fournier');
        await changed;
        const said = await person.hears(/^Owner of 2 of 6 changed/);
        assert.match(said.text, /used up|budget|tokens/i);
        assert.equal(aboutRecords().length, 3);
      });
    });
  });
}
