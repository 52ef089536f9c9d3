import assert from 'node:assert/strict';
import type { Session } from '../../src/account/types.ts';
import { createApi } from '../../src/api/index.ts';
import { PipedriveError } from '../../src/api/errors.ts';
import type { Api, Sent } from '../../src/api/types.ts';
import { person } from '../../src/kinds/person/index.ts';
import { Records, type RecordChange } from '../../src/kinds/records.ts';
import type { PipedriveRecord } from '../../src/model/record.ts';
import type { LogEntry } from '../../src/sandbox/log.ts';
import { startSandbox, type SandboxHandle } from '../../src/sandbox/server.ts';
import { pictureCalls } from '../../src/surfaces/form/host/picture/calls.ts';
import type { PictureCalls } from '../../src/surfaces/form/messages.ts';
import { gif, png } from '../unit/api/images.ts';

const token = 'host-test-token-0123456789abcdef';
const crop = { x: 20, y: 10, width: 150, height: 150 };
const signal = new AbortController().signal;

for (const version of ['v2', 'v1'] as const) {
  describe(`A person’s picture, over ${version}`, () => {
    let sandbox: SandboxHandle;
    let api: Api;
    let records: Records;
    before(async () => {
      sandbox = await startSandbox({ token, limits: 'off' });
      api = createApi({
        baseUrl: sandbox.url,
        token,
        version: () => version,
        log: { debug: () => undefined, warn: () => undefined },
      });
      const account = { id: 'pictures', company: '', user: '', currency: 'EUR', demo: false };
      const session: Session = { account, api };
      records = new Records({ session: async () => session });
    });
    after(async () => {
      records.dispose();
      api.dispose();
      await sandbox.close();
    });
    afterEach(() => sandbox.clearFaults());

    /** What a form of the person would do, what every surface heard of it, and what was asked. */
    const open = async (id: number) => {
      const address = { accountId: 'pictures', kind: person, id };
      let latest: PipedriveRecord = await records.get(address);
      const heard: RecordChange[] = [];
      const told: Sent[] = [];
      records.onDidChange((change) => {
        if (change.address.id !== id) return;
        heard.push(change);
        if (change.record) latest = change.record;
      });
      const calls: PictureCalls = pictureCalls({ records, address, record: () => latest, sent: (one) => told.push(one) });
      sandbox.log.clear();
      return { calls, heard, told, set: (bytes: Buffer, name = 'face.png') => calls.setPicture({ name, bytes, crop }, signal) };
    };
    const asked = (): string[] => sandbox.log.entries.map(({ method, path }) => `${method} ${path}`);
    const writes = (): LogEntry[] => sandbox.log.entries.filter(({ method }) => method !== 'GET');
    const prefix = version === 'v2' ? '/api/v2' : '/api/v1';

    /** The bytes as the server got them: its drawing holds all of them, and the square as its window. */
    const stored = async (id: number): Promise<{ bytes: Buffer; window: string } | undefined> => {
      const { status, body } = await sandbox.asColleague('GET', `/api/v2/persons/${id}/picture`);
      if (status === 404) return undefined;
      const { data } = body as { data: { pictures: Record<'128', string> } };
      const drawing = await (await fetch(data.pictures['128'])).text();
      return {
        bytes: Buffer.from(/base64,([^"]*)/.exec(drawing)?.[1] ?? '', 'base64'),
        window: /viewBox="([^"]*)"/.exec(drawing)?.[1] ?? '',
      };
    };

    it('goes out whole with the numbers of its square, once, and every surface hears of it', async () => {
      const { set, heard, told } = await open(600);
      const bytes = png(300, 200);
      await set(bytes, 'Ã../face.png');
      assert.deepEqual(asked(), ['POST /api/v1/persons/600/picture', `GET ${prefix}/persons/600`]);
      const [write] = writes();
      assert.ok(write);
      const { file, ...numbers } = write.body as { file: object };
      assert.deepEqual(numbers, { crop_x: '20', crop_y: '10', crop_width: '150', crop_height: '150' });
      assert.deepEqual({ ...file, name: '' }, { name: '', type: 'image/png', size: bytes.length });
      const got = await stored(600);
      assert.ok(got);
      assert.ok(got.bytes.equals(bytes), 'byte by byte');
      assert.equal(got.window, '20 10 150 150');
      assert.deepEqual(told.at(-1), { bytes: bytes.length, total: bytes.length });
      assert.equal(heard.length, 1);
      assert.equal(typeof heard[0]?.record?.values['picture_id'], 'number');
    });

    it('comes back as bytes, from where it is kept, without the token', async () => {
      const { calls, set } = await open(601);
      assert.equal(await calls.picture(null, signal), null, 'none yet');
      await set(png(300, 200));
      sandbox.log.clear();
      const content = await calls.picture(null, signal);
      assert.ok(content);
      assert.equal(content.type, 'image/svg+xml');
      assert.ok(content.bytes.byteLength > 100);
      assert.equal(asked()[0], 'GET /api/v2/persons/601/picture');
      assert.match(asked()[1] ?? '', /^GET \/pictures\//);
    });

    it('stays a moving one', async () => {
      const { set } = await open(602);
      const bytes = Buffer.concat([gif(300, 200), Buffer.from('frames that move')]);
      await set(bytes, 'wave.gif');
      assert.ok((await stored(602))?.bytes.equals(bytes));
    });

    it('is removed, and every surface hears of that', async () => {
      const { calls, set, heard } = await open(603);
      await set(png(300, 200));
      sandbox.log.clear();
      await calls.removePicture(null);
      assert.deepEqual(asked(), ['DELETE /api/v1/persons/603/picture', `GET ${prefix}/persons/603`]);
      assert.equal(heard.at(-1)?.record?.values['picture_id'] ?? null, null);
      assert.equal(await stored(603), undefined);
    });

    for (const when of ['before', 'after'] as const) {
      it(`is looked for where the answer was lost ${when} it was done, and not sent again`, async () => {
        const id = when === 'after' ? 604 : 605;
        const { calls, set, heard } = await open(id);
        sandbox.fault({ method: 'POST', path: '/persons/*/picture', fault: { kind: 'drop', when } });
        if (when === 'after') await set(png(300, 200));
        else await assert.rejects(set(png(300, 200)), (error) => PipedriveError.is(error, 'unknownOutcome'));
        assert.deepEqual(asked(), [`POST /api/v1/persons/${id}/picture`, `GET ${prefix}/persons/${id}`]);
        assert.equal(heard.length, when === 'after' ? 1 : 0);
        if (when === 'before') await set(png(300, 200));
        sandbox.fault({ method: 'DELETE', path: '/persons/*/picture', fault: { kind: 'drop', when } });
        if (when === 'after') await calls.removePicture(null);
        else await assert.rejects(calls.removePicture(null), (error) => PipedriveError.is(error, 'unknownOutcome'));
        assert.equal((await stored(id)) === undefined, when === 'after');
      });
    }

    it('is not sent where it is none, too small, or cut beyond its edge', async () => {
      const { set, heard } = await open(606);
      for (const bytes of [Buffer.from('Dear all,'), png(120, 120), png(160, 160), Buffer.alloc(0)]) {
        await assert.rejects(set(bytes), (error) => PipedriveError.is(error, 'invalid'));
      }
      assert.deepEqual(asked(), []);
      assert.deepEqual(heard, []);
    });

    it('stays where its upload is cancelled before it began', async () => {
      const { calls, heard } = await open(607);
      const stopped = AbortSignal.abort();
      const upload = calls.setPicture({ name: 'face.png', bytes: png(300, 200), crop }, stopped);
      await assert.rejects(upload, (error) => PipedriveError.is(error, 'cancelled'));
      assert.deepEqual(writes(), []);
      assert.deepEqual(heard, []);
    });
  });
}
