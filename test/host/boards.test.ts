import assert from 'node:assert/strict';
import type { BoardChoice } from '../../src/kinds/board.ts';
import { usualChoice } from '../../src/kinds/boardChoice.ts';
import { pipeline } from '../../src/kinds/pipeline/index.ts';
import { cardDragging } from '../../src/surfaces/explorer/dragging.ts';
import { moveCards } from '../../src/surfaces/explorer/moveCards.ts';
import type { CardNode, Node, StageNode } from '../../src/surfaces/explorer/nodes.ts';
import * as vscode from 'vscode';
import { until } from './support/company.ts';
import { usePerson } from './support/person.ts';
import { SeenTree } from './support/tree.ts';

const { board } = pipeline;
assert.ok(board);
const refused = { kind: 'status', status: 403, body: { success: false, error: 'Not yours.' } } as const;

for (const version of ['v2', 'v1'] as const) {
  describe(`Pipelines as boards, over ${version}`, () => {
    const person = usePerson();
    let seen: SeenTree;
    before(async () => {
      seen = await SeenTree.of('pipelines', version);
    });
    after(() => seen.end());
    afterEach(() => seen.sandbox.clearFaults());

    const requests = () => seen.requests();
    const update = version === 'v2' ? 'PATCH' : 'PUT';
    const updates = () => seen.sandbox.log.entries.filter(({ method }) => method === update);

    async function opened(choice?: BoardChoice, name = 'New business') {
      seen.showBoards(choice);
      const of = await seen.child(name);
      requests();
      const rows = await seen.tree.getChildren(of);
      const stage = (label: string): StageNode => {
        const found = rows.find((node) => node.type === 'stage' && seen.label(node) === label);
        assert.ok(found?.type === 'stage', label);
        return found;
      };
      return { of, rows, stage };
    }
    const cardsOf = async (stage: StageNode) =>
      (await seen.tree.getChildren(stage)).filter((node): node is CardNode => node.type === 'card');
    const parts = () => ({
      moves: seen.moves,
      accounts: { all: [], get: () => undefined },
      records: seen.records,
      attend: async (_what: string, work: () => unknown) => void (await work()),
      log: { warn: () => undefined, info: () => undefined, error: () => undefined } as never,
    });
    const move = async (cards: readonly CardNode[], to: StageNode) => {
      await moveCards(cards, to.stage, parts());
      await seen.settled();
    };
    const stored = async (id: string) => {
      const { body } = await seen.sandbox.asColleague('GET', `/api/v2/deals/${id}`);
      return (body as { data: { stage_id: number; pipeline_id: number } }).data;
    };

    it('opens to its stages with count and value, in two requests', async () => {
      const { rows } = await opened();
      const asked = requests();
      assert.equal(asked.length, 2, asked.join());
      assert.ok(
        asked.some((line) => /deals .*get_summary=1.*totals_convert_currency=EUR|totals_convert_currency=EUR.*/.test(line)),
      );
      assert.equal(rows.length, 5);
      for (const row of rows) assert.match(seen.said(row), /\| \d+ deals? · €[\d,.]+$|\| 0 deals$/);
    });

    it('counts what the stage then lists, with value, person and organization', async () => {
      const { stage } = await opened();
      const contact = stage('Contact made');
      requests();
      const cards = await cardsOf(contact);
      // Version 2 gives ids alone: the names come by one request for each of two entities.
      assert.ok(requests().length <= (version === 'v2' ? 3 : 1));
      assert.equal(contact.total?.count, cards.length);
      assert.match(seen.said(cards[0] as Node), /\| .*\d.* · \p{L}/u);
      seen.requests();
      await seen.tree.getChildren(contact);
      assert.deepEqual(requests(), []);
    });

    it('shows the deals of mine, of a user and of a saved filter, and their totals', async () => {
      const usual = usualChoice(board);
      for (const { id, chosen, choices } of board.whose) {
        const one = (await chosen?.(seen.session)) ?? (await choices?.(seen.session))?.[0];
        assert.ok(one);
        const { stage } = await opened({ ...usual, whose: id, chosen: one, currency: 'USD' });
        const cards = await cardsOf(stage('Contact made'));
        assert.equal(stage('Contact made').total?.count, cards.length, id);
        const asked = requests().join('\n');
        if (id === 'filter') assert.match(asked, /v1 \/pipelines\/1\/deals .*filter_id/);
        if (id === 'user' || id === 'mine') assert.match(asked, /(?:owner|user)_id=/);
      }
    });

    it('moves a deal by one update, shows it there without reading, and takes it back', async () => {
      const { stage } = await opened();
      const [from, to] = [stage('Qualified'), stage('Demo scheduled')];
      const [all] = [await cardsOf(from), await cardsOf(to)];
      const card = all.find(({ card: { currency } }) => currency === 'EUR');
      assert.ok(card);
      const counts = [from.total?.count ?? 0, to.total?.count ?? 0];
      const worth = to.total?.values['EUR'] ?? 0;
      requests();
      await move([card], to);
      assert.equal(updates().length, 1);
      assert.equal(requests().length, 1);
      assert.ok((await cardsOf(to)).some((one) => one.card.id === card.card.id));
      assert.ok((await cardsOf(from)).every((one) => one.card.id !== card.card.id));
      await seen.tree.getChildren(from.of);
      assert.deepEqual([from.total?.count, to.total?.count], [(counts[0] ?? 0) - 1, (counts[1] ?? 0) + 1]);
      assert.equal(Math.round(to.total?.values['EUR'] ?? 0), Math.round(worth + card.card.value));
      assert.equal((await stored(card.card.id)).stage_id, Number(to.stage.id));
      assert.deepEqual(
        requests().filter((line) => !line.startsWith('v2 /deals/')),
        [],
      );
      const asked = await person.hears(/^Moved “.*” to Demo scheduled$/);
      assert.deepEqual(asked.buttons, ['Undo']);

      // And back, by the button of the next move.
      const again = (await cardsOf(to)).find((one) => one.card.id === card.card.id);
      assert.ok(again);
      person.takes('Undo', /^Moved .* to Negotiations started$/);
      await move([again], stage('Negotiations started'));
      await person.hears(/^Moved “.*” back$/);
      await until(async () => (await stored(card.card.id)).stage_id === Number(to.stage.id));
    });

    it('moves several, also to another pipeline, and reads other currencies’ totals again once', async () => {
      const { of, stage } = await opened();
      const other = await opened_('Renewals');
      const cards = (await cardsOf(stage('Contact made'))).slice(0, 3);
      assert.equal(cards.length, 3);
      const isForeign = cards.some(({ card }) => card.currency !== 'EUR' && card.value !== 0);
      requests();
      await move(cards, other);
      assert.equal(updates().length, 3);
      const read = seen.sandbox.log.entries.filter(({ query }) => query.includes('get_summary')).length;
      assert.equal(read, isForeign ? 2 : 0);
      for (const { card } of cards) {
        const { stage_id: in_, pipeline_id: of_ } = await stored(card.id);
        assert.deepEqual([String(in_), of_], [other.stage.id, 2]);
      }
      const there = await cardsOf(other);
      assert.ok(cards.every(({ card }) => there.some((one) => one.card.id === card.id)));
      assert.ok(of);
    });

    async function opened_(name: string): Promise<StageNode> {
      const of = await seen.child(name);
      const rows = await seen.tree.getChildren(of);
      const stage = rows.find(({ type }) => type === 'stage');
      assert.ok(stage?.type === 'stage');
      await seen.tree.getChildren(stage);
      return stage;
    }

    it('leaves a deal where it was that could not be moved, and says why', async () => {
      const { stage } = await opened();
      const from = stage('Proposal made');
      const [card] = await cardsOf(from);
      assert.ok(card);
      seen.sandbox.fault({ fault: refused, method: update });
      await move([card], stage('Qualified'));
      const asked = await person.hears(/^Not moved: “/);
      assert.deepEqual(asked.buttons, ['Retry']);
      assert.ok((await cardsOf(from)).some((one) => one.card.id === card.card.id));
      assert.equal((await stored(card.card.id)).stage_id, Number(from.stage.id));
    });

    it('finds out whether a move whose answer was lost was made', async () => {
      const { stage } = await opened();
      const [from, to] = [stage('Proposal made'), stage('Qualified')];
      const [card] = await cardsOf(from);
      assert.ok(card);
      await cardsOf(to);
      seen.sandbox.fault({ fault: { kind: 'drop', when: 'after' }, method: update });
      await move([card], to);
      await person.hears(/^Moved “.*” to Qualified$/);
      assert.ok((await cardsOf(to)).some((one) => one.card.id === card.card.id));
    });

    it('is dragged from stage to stage, onto a card too', async () => {
      const { stage } = await opened();
      const [from, to] = [stage('Proposal made'), stage('Qualified')];
      const [card] = await cardsOf(from);
      const [below] = await cardsOf(to);
      assert.ok(card && below);
      const moved: string[] = [];
      const controller = cardDragging('pipelines', async (cards, { id }) => {
        moved.push(...cards.map(({ card: { id: one } }) => `${one} ${id}`));
      });
      const data = new vscode.DataTransfer();
      const token = new vscode.CancellationTokenSource().token;
      await controller.handleDrag?.([card, from], data, token);
      for (const target of [to, below, card.in.of]) await controller.handleDrop?.(target, data, token);
      assert.deepEqual(moved, [`${card.card.id} ${to.stage.id}`, `${card.card.id} ${to.stage.id}`]);
    });

    it('shows its stages where the totals could not be read, and why', async () => {
      seen.sandbox.fault({ fault: refused, path: '/pipelines/1/deals' });
      const { rows, of } = await opened();
      assert.deepEqual(rows.map(({ type }) => type).slice(0, 3), ['failure', 'retry', 'stage']);
      const [, retry] = rows;
      assert.ok(retry?.type === 'retry');
      await retry.run();
      assert.equal((await seen.tree.getChildren(of)).length, 5);
    });
  });
}
