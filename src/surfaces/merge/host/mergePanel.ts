import { Disposable, commands as vscodeCommands, workspace, type WebviewPanel } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { commands, formEditor } from '../../../ids/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { recordUri } from '../../document/address.ts';
import { follow } from '../../shared/apiVersion.ts';
import { LivePage } from '../../shared/host/livePage.ts';
import type { HostCalls, MergeActionId, MergeState } from '../messages.ts';
import { findOut, merge } from './merge.ts';
import { mergeState, mergeTitle } from './mergeState.ts';
import type { MergeParts } from './parts.ts';
import { costOf } from './question.ts';
import { rebuild } from './rebuild.ts';
import type { Rehearsal } from './rehearsal.ts';

/** One editor of a merge: shows where it stands and does what the view asks for. */
export class MergePanel {
  readonly #parts: MergeParts;
  readonly #rehearsal: Rehearsal;
  readonly #panel: WebviewPanel;
  readonly #page: LivePage<HostCalls, MergeState>;
  #cost: number | undefined;

  constructor(parts: MergeParts, rehearsal: Rehearsal, panel: WebviewPanel) {
    this.#parts = parts;
    this.#rehearsal = rehearsal;
    this.#panel = panel;
    const refresh = () => this.#page.refresh();
    const subscriptions = Disposable.from(
      rehearsal.onDidChange(refresh),
      parts.accounts.onDidChange(({ change }) => change === 'marked' && refresh()),
      workspace.onDidChangeTextDocument(({ document }) => this.#isOurs(document.uri.toString()) && refresh()),
      workspace.onDidSaveTextDocument((document) => this.#isOurs(document.uri.toString()) && refresh()),
    );
    this.#page = new LivePage({
      ...{ panel, icon: 'git-merge', calls: this.#calls(), report: parts.report },
      title: () => mergeTitle(rehearsal),
      state: () => this.#state(),
      closed: () => subscriptions.dispose(),
    });
  }

  /** The cost by the chosen version; not known to one who is signed out, who is told of that elsewhere. */
  async #reckon(): Promise<void> {
    try {
      this.#cost = await costOf(this.#rehearsal);
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
      this.#cost = undefined;
    }
  }

  async #state(): Promise<MergeState> {
    await this.#reckon();
    const { accountId } = this.#rehearsal.pair.survivor;
    return mergeState(this.#rehearsal, this.#parts.accounts.get(accountId), this.#cost);
  }

  #calls(): HostCalls {
    return {
      ready: async ({ kept }) => {
        // What is chosen already is shown by another editor of the same merge.
        if (!this.#rehearsal.chosen) this.#rehearsal.recall(kept);
        const state = await this.#state();
        this.#page.begin();
        return state;
      },
      tick: ({ ticked }) => this.#rehearsal.tick(ticked),
      act: ({ action }) => this.#act(action),
    };
  }

  async #act(action: MergeActionId): Promise<void> {
    const { snapshots, room } = this.#parts;
    const { stand, pair } = this.#rehearsal;
    switch (action) {
      case 'merge':
        return merge(this.#rehearsal, snapshots);
      case 'turn':
        return this.#rehearsal.turn();
      case 'retry':
        return this.#rehearsal.load();
      case 'findOut':
        return findOut(this.#rehearsal, snapshots);
      case 'useOther':
        if (stand.phase === 'failed' || stand.phase === 'unknown') await follow(stand.error);
        return stand.phase === 'unknown' ? findOut(this.#rehearsal, snapshots) : this.#rehearsal.load();
      case 'signIn':
        await vscodeCommands.executeCommand(commands.signIn);
        return;
      case 'openSurvivor':
        return open(stand.phase === 'done' ? { ...pair.survivor, id: stand.snapshot.value.survivor.id } : pair.survivor);
      case 'openAbsorbed':
        return open(pair.absorbed);
      case 'rebuild':
        if (stand.phase === 'done') await rebuild(room, pair.absorbed, stand.snapshot.value);
        return;
      case 'close':
        this.#panel.dispose();
    }
  }

  #isOurs(uri: string): boolean {
    return Object.values(this.#rehearsal.pair).some(
      ({ accountId, kind, id }) => recordUri(accountId, kind, id).toString() === uri,
    );
  }
}

async function open({ accountId, kind, id }: RecordAddress): Promise<void> {
  await vscodeCommands.executeCommand('vscode.openWith', recordUri(accountId, kind, id), formEditor);
}
