import assert from 'node:assert/strict';
import type { Session } from '../../../src/account/types.ts';
import { createApi } from '../../../src/api/index.ts';
import type { Api, ApiVersion } from '../../../src/api/types.ts';
import type { Stage } from '../../../src/kinds/board.ts';
import { readChoice, usualChoice } from '../../../src/kinds/boardChoice.ts';
import { namesOf } from '../../../src/kinds/namesOf.ts';
import { board } from '../../../src/kinds/pipeline/board.ts';
import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { token } from '../api/server.ts';

const log = { debug: () => undefined, warn: () => undefined };

describe('What is shown of a board', () => {
  it('is everyone’s until somebody chooses, and whatever was kept is read with care', () => {
    const usual = usualChoice(board);
    assert.equal(usual.whose, 'everyone');
    for (const kept of [undefined, 7, { whose: 'nobody', chosen: { query: {}, label: '' } }, { whose: 'user' }]) {
      assert.deepEqual(readChoice(board, kept), usual);
    }
    const chosen = { query: { owner_id: 7 }, label: 'Ann' };
    assert.deepEqual(readChoice(board, { whose: 'user', chosen, currency: 'USD' }), { whose: 'user', chosen, currency: 'USD' });
    assert.deepEqual(readChoice(board, { whose: 'user', chosen, currency: '<b>' }), { whose: 'user', chosen });
    const odd = { query: { owner_id: 7, filter_id: 'x' }, label: 'Ann' };
    assert.deepEqual(readChoice(board, { whose: 'user', chosen: odd }), { whose: 'user', chosen });
  });
});

for (const version of ['v2', 'v1'] as const satisfies readonly ApiVersion[]) {
  describe(`Pipelines as boards, over ${version}`, function () {
    this.timeout(20_000);
    let sandbox: SandboxHandle;
    let api: Api;
    let session: Session;

    before(async () => {
      sandbox = await startSandbox({ token, persons: 200, limits: 'off' });
      api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
      session = { account: { id: 'demo', company: '', user: '', currency: 'EUR', demo: true }, api };
    });
    after(async () => {
      api.dispose();
      await sandbox.close();
    });

    const stages = () => board.stages(session, 1);
    const first = async (): Promise<Stage> => {
      const [stage] = await stages();
      assert.ok(stage);
      return stage;
    };

    it('give their totals in one currency, as Pipedrive converts them', async () => {
      const totals = await board.totals(session, 1, { ...usualChoice(board), currency: 'GBP' });
      assert.ok(totals.size > 0);
      for (const { count, values } of totals.values()) {
        assert.ok(count > 0);
        assert.deepEqual(Object.keys(values), ['GBP']);
      }
    });

    it('give each currency its own sum where nothing is converted', async () => {
      const plain = {
        success: true,
        data: [],
        additional_data: { deals_summary: { per_stages: { 1: { EUR: { count: 2, value: 30 }, USD: { count: 1, value: 5 } } } } },
      };
      sandbox.fault({ fault: { kind: 'status', status: 200, body: plain }, path: '/pipelines/1/deals' });
      const totals = await board.totals(session, 1, usualChoice(board));
      sandbox.clearFaults();
      assert.deepEqual([...totals], [['1', { count: 3, values: { EUR: 30, USD: 5 } }]]);
    });

    it('list of a saved filter’s deals those of the stage alone', async () => {
      const [filter] = await api.filters('deals');
      assert.ok(filter);
      const chosen = { query: { filter_id: filter.id }, label: filter.name };
      for (const stage of await stages()) {
        const { items } = await board.cards(session, stage, { whose: 'filter', chosen });
        assert.deepEqual(
          [...new Set(items.map((card) => card.stage))].filter((id) => id !== stage.id),
          [],
        );
      }
    });

    it('name the persons of their deals, once', async () => {
      const stage = await first();
      const { items } = await board.cards(session, stage, usualChoice(board));
      assert.ok(items.some(({ details }) => details.filter((one) => one !== '').length >= 2));
      sandbox.log.clear();
      await board.cards(session, stage, usualChoice(board));
      assert.equal(sandbox.log.entries.length, 1);
    });

    it('move a deal with one update, to another pipeline too', async () => {
      const { items } = await board.cards(session, await first(), usualChoice(board));
      const [card] = items;
      const place = (await board.places(session)).at(-1);
      const to = place?.stages.at(-1);
      assert.ok(card && to);
      sandbox.log.clear();
      const moved = await board.move(session, card, to);
      assert.deepEqual([moved.stage, moved.board], [to.id, to.board]);
      assert.deepEqual(moved.details, card.details);
      assert.equal(sandbox.log.entries.length, 1);
      assert.equal((await board.card(session, card.id)).stage, to.id);
    });

    it('ask for names a hundred at a time, and not for those that nobody may see', async () => {
      sandbox.log.clear();
      const ids = Array.from({ length: 150 }, (_, place) => place + 20);
      const names = await namesOf(session, 'person', [...ids, 999_999]);
      assert.equal(names.get(999_999), '');
      assert.ok(names.get(30));
      assert.ok(sandbox.log.entries.length <= 2);
      sandbox.log.clear();
      await namesOf(session, 'person', ids);
      assert.equal(sandbox.log.entries.length, 0);
    });
  });
}
