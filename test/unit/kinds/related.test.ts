import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../../src/account/types.ts';
import { createApi } from '../../../src/api/index.ts';
import type { Api, ApiVersion } from '../../../src/api/types.ts';
import { fromPlain, isPlain, toPlain } from '../../../src/kinds/related/html.ts';
import { ofPerson, ofProduct } from '../../../src/kinds/related/index.ts';
import type { Related } from '../../../src/kinds/related/related.ts';
import type { PipedriveRecord } from '../../../src/model/record.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { token } from '../api/server.ts';

const log = { debug: () => undefined, warn: () => undefined };

for (const version of ['v2', 'v1'] as const satisfies readonly ApiVersion[]) {
  describe(`What hangs off a record, over ${version}`, function () {
    this.timeout(20_000);
    let sandbox: SandboxHandle;
    let api: Api;
    let session: Session;
    let folder: string;
    let person: PipedriveRecord;

    before(async () => {
      sandbox = await startSandbox({ token, persons: 60, limits: { burst: 1_000, search: 1_000 } });
      api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
      const account = { id: 'demo', company: '', user: '', currency: 'EUR', demo: true };
      session = { account, api };
      folder = await mkdtemp(join(tmpdir(), 'related-'));
      const { items } = await api.records('person').list();
      const busy = items.find(({ values }) => Number(values['notes_count']) > 0 && Number(values['files_count']) > 0);
      person = await api.records('person').get((busy ?? items[0])?.id ?? 1);
    });
    after(async () => {
      api.dispose();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(() => sandbox.log.clear());

    const of = (id: string, all: readonly Related[] = ofPerson): Related => {
      const found = all.find((one) => one.id === id);
      assert.ok(found);
      return found;
    };
    const requests = () => sandbox.log.entries.map(({ method, path }) => `${method} ${path}`);
    const last = () => sandbox.log.entries.at(-1);

    it('is listed, every list of both kinds with every choice', async () => {
      const [product] = (await api.records('product').list()).items;
      assert.ok(product);
      for (const [record, lists] of [
        [person, ofPerson],
        [product, ofProduct],
      ] as const) {
        for (const related of lists) {
          const chosen = (related.choices ?? []).flatMap(({ id, options }) => options.map((one) => ({ [id]: one.id })));
          for (const one of [{}, ...chosen]) {
            const page = await related.list(session, record, { chosen: one });
            for (const item of page.items) assert.ok(item.id !== '' && item.icon !== '', related.id);
          }
        }
      }
      assert.ok(sandbox.log.entries.every(({ status }) => status === 200));
    });

    it('names users by their names, also those who may see it', async () => {
      for (const id of ['followers', 'permittedUsers']) {
        const { items } = await of(id).list(session, person);
        for (const item of items) assert.doesNotMatch(item.title, /^\d*$/, id);
      }
    });

    it('a note is added, changed and deleted, and kept as it was typed', async () => {
      const notes = of('notes');
      assert.ok(notes.add?.form === 'note' && notes.change && notes.remove);
      const typed = 'Asked for <b>two</b> offers\nand "soon" & cheap';
      const made = await notes.add.run(session, person.id, { text: typed });
      assert.deepEqual(
        requests().filter((line) => line.startsWith('POST')),
        ['POST /api/v1/notes'],
      );
      assert.equal(made.text, typed);
      assert.equal(made.caution, undefined);
      const listed = (await notes.list(session, person)).items.find(({ id }) => id === made.id);
      assert.equal(listed?.text, typed);
      const changed = await notes.change(session, made.id, 'One offer');
      assert.equal(changed.text, 'One offer');
      // Who wrote it needs not be told that it was they who changed it.
      assert.equal(changed.changed, undefined);
      await notes.remove.run(session, person.id, made.id);
      assert.ok(!(await notes.list(session, person)).items.some(({ id }) => id === made.id));
    });

    it('a note that somebody else changed says who and when', async () => {
      const notes = of('notes');
      assert.ok(notes.change);
      const [, other] = (await api.users()).filter(({ active }) => active);
      const note = await api
        .records('note')
        .create({ content: 'Theirs', person_id: Number(person.id), user_id: Number(other?.id) });
      const before = (await notes.list(session, person)).items.find(({ id }) => id === String(note.id));
      assert.equal(before?.changed, undefined);
      const { changed } = await notes.change(session, String(note.id), 'Ours');
      assert.equal(changed?.by, (await api.me()).name);
      assert.ok(!Number.isNaN(Date.parse(changed?.time ?? '')));
    });

    it('an activity is added and ticked done, and is then no longer among those to do', async () => {
      const activities = of('activities');
      assert.ok(activities.add?.form === 'activity' && activities.tick);
      const made = await activities.add.run(session, person.id, { subject: 'Call back', type: 'call', due: '2026-12-24' });
      assert.equal(made.time, '2026-12-24');
      assert.equal(made.done, false);
      const todo = async () => (await activities.list(session, person)).items.map(({ id }) => id);
      assert.ok((await todo()).includes(made.id));
      const ticked = await activities.tick(session, made.id, true);
      assert.equal(ticked.done, true);
      assert.ok(!(await todo()).includes(made.id));
      const done = await activities.list(session, person, { chosen: { done: 'done' } });
      assert.ok(done.items.some(({ id }) => id === made.id));
    });

    it('an activity can be of the company’s own types, which are asked for once', async () => {
      const activities = of('activities');
      assert.ok(activities.add?.form === 'activity' && activities.add.types);
      const types = await activities.add.types(session);
      assert.deepEqual(types.at(-1), { id: 'site_visit', label: 'Site visit', icon: 'briefcase' });
      const made = await activities.add.run(session, person.id, { subject: 'Look', type: 'site_visit', due: '' });
      assert.deepEqual([made.icon, made.details[0]], ['briefcase', 'Site visit']);
      assert.ok(requests().filter((line) => line.endsWith('/activityTypes')).length <= 1);
    });

    it('the next activity stands on top, and is left out of what is asked for below', async () => {
      const activities = of('activities');
      const { items } = await api.records('person').list();
      const next = items.find(({ values }) => typeof values['next_activity_id'] === 'number') ?? person;
      const full = await api.records('person').get(next.id);
      const id = full.values['next_activity_id'];
      assert.equal(typeof id, 'number', 'somebody has a next activity');
      sandbox.log.clear();
      const page = await activities.list(session, full);
      assert.equal(page.items[0]?.id, String(id));
      assert.equal(page.items[0]?.first, true);
      assert.equal(page.items.filter((item) => item.id === String(id)).length, 1);
      const asked = sandbox.log.entries.find(({ path }) => path.endsWith('/activities'));
      assert.equal(new URLSearchParams(asked?.query).get('exclude'), String(id));
    });

    it('a file is attached, saved again byte by byte, and deleted', async () => {
      const files = of('files');
      assert.ok(files.add?.form === 'file' && files.open && files.remove);
      const path = join(folder, 'Offer, final.txt');
      await writeFile(path, 'Ten of them.\n');
      const made = await files.add.run(session, person.id, { path });
      assert.equal(made.title, 'Offer, final.txt');
      const opened = await files.open(session, made.id);
      assert.ok(opened.as === 'file');
      const copy = join(folder, 'copy');
      await opened.save(copy);
      assert.equal(await readFile(copy, 'utf8'), 'Ten of them.\n');
      await files.remove.run(session, person.id, made.id);
      assert.ok(!(await files.list(session, person)).items.some(({ id }) => id === made.id));
    });

    it('a follower is added and removed by the number that the version goes by', async () => {
      const followers = of('followers');
      assert.ok(followers.add?.form === 'follower' && followers.remove);
      const before = new Set((await followers.list(session, person)).items.map(({ id }) => id));
      const user = (await api.users()).find(({ id, active }) => active && !before.has(String(id)));
      assert.ok(user);
      const made = await followers.add.run(session, person.id, { userId: user.id });
      assert.equal(made.title, user.name);
      const ids = async () => (await followers.list(session, person)).items.map(({ id }) => id);
      assert.ok((await ids()).includes(String(user.id)));
      await followers.remove.run(session, person.id, made.id);
      const line = requests().find((one) => one.startsWith('DELETE'));
      if (version === 'v2') assert.equal(line, `DELETE /api/v2/persons/${person.id}/followers/${user.id}`);
      else assert.match(line ?? '', /^DELETE \/api\/v1\/persons\/\d+\/followers\/\d+$/);
      assert.deepEqual(new Set(await ids()), before, 'nobody else stopped following');
    });

    it('a mail’s heads are a line each, so that no subject poses as a sender', async () => {
      const from = [{ name: 'Eve\nFrom: Boss', email_address: 'eve@example.com' }];
      const mail = async () => ({
        id: 1,
        values: { subject: 'Hi\n\nFrom: Boss\u202e', from, body: 'Text' },
        names: {},
        extras: {},
      });
      const opened = await of('mail').open?.({ ...session, api: { ...api, mail } }, '1');
      assert.ok(opened?.as === 'text');
      assert.equal(opened.text, 'Hi From: Boss\n\nFrom: Eve From: Boss <eve@example.com>\n\nText');
    });

    it('a mail is read as text', async () => {
      const mail = of('mail');
      const { items } = await api.records('person').list();
      for (const { id } of items) {
        const [first] = (await mail.list(session, { ...person, id })).items;
        if (!first || !mail.open) continue;
        const opened = await mail.open(session, first.id);
        assert.ok(opened.as === 'text');
        assert.match(opened.text, /From: /);
        assert.doesNotMatch(opened.text, /<\/?(?:p|div|br|html)/i);
        assert.match(last()?.query ?? '', /include_body=1/);
        return;
      }
      assert.fail('nobody has a mail');
    });
  });
}

describe('HTML as text', () => {
  it('is read without its tags, its scripts and its pictures', async () => {
    const html = '<p>One &amp; two</p><script>alert(1)</script><ul><li>a</li></ul><img src="https://x.example/p.gif">';
    const text = await toPlain(html);
    assert.match(text, /One & two/);
    assert.match(text, /a/);
    assert.doesNotMatch(text, /alert|example|<|>/);
  });

  it('is read however deeply somebody nested it', async () => {
    for (const tag of ['div', 'table><tr><td', 'ul><li', 'blockquote']) {
      const text = await toPlain(`<p>Hello</p>${`<${tag}>`.repeat(8000)}deep`);
      assert.match(text, /^Hello/, tag);
    }
    assert.match(await toPlain(`${'<div><blockquote>'.repeat(150)}said first`), /said first/);
  });

  it('shows where a link goes, which its words may hide', async () => {
    assert.match(await toPlain('<a href="https://evil.example/">bank.example</a>'), /evil\.example/);
  });

  it('comes back as it was typed', async () => {
    for (const typed of ['a < b > c', '"quoted" & more', 'two\nlines', '&amp; is typed', '  x']) {
      assert.equal(await toPlain(fromPlain(typed)), typed.trim());
      assert.ok(isPlain(fromPlain(typed)));
    }
    assert.ok(!isPlain('a <b>bold</b> word'));
    assert.ok(isPlain('<p>one</p><p>two<br/>three</p>'));
  });
});
