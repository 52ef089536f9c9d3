import { Disposable, ThemeIcon, commands as vscodeCommands, workspace, type WebviewPanel } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { commands, formEditor } from '../../../ids/index.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { displayText } from '../../../model/displayText.ts';
import { recordUri } from '../../document/address.ts';
import { follow } from '../../shared/apiVersion.ts';
import { openChannel, type Channel } from '../../shared/channel.ts';
import { webviewPort } from '../../shared/host/webviewPort.ts';
import { sentenceOf } from '../../shared/problems.ts';
import type { HostCalls, MergeActionId, MergeState, ViewCalls } from '../messages.ts';
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
  readonly #channel: Channel<ViewCalls>;
  #ready = false;
  #disposed = false;
  #cost: number | undefined;

  constructor(parts: MergeParts, rehearsal: Rehearsal, panel: WebviewPanel) {
    this.#parts = parts;
    this.#rehearsal = rehearsal;
    this.#panel = panel;
    const failed = (error: unknown) => {
      parts.report(error);
      return sentenceOf(error);
    };
    this.#channel = openChannel<HostCalls, ViewCalls>(webviewPort(panel.webview), this.#calls(), failed);
    const unsaved = () => this.refresh();
    const subscriptions = Disposable.from(
      rehearsal.onDidChange(() => this.refresh()),
      parts.accounts.onDidChange(({ change }) => change === 'marked' && this.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => this.#isOurs(document.uri.toString()) && unsaved()),
      workspace.onDidSaveTextDocument((document) => this.#isOurs(document.uri.toString()) && unsaved()),
    );
    panel.onDidDispose(() => {
      this.#disposed = true;
      this.#channel.dispose();
      subscriptions.dispose();
    });
    panel.iconPath = new ThemeIcon('git-merge');
    this.refresh();
  }

  /** Shows what is known now. */
  refresh(): void {
    if (this.#disposed) return;
    this.#panel.title = displayText(mergeTitle(this.#rehearsal), 60);
    if (!this.#ready) return;
    this.#show().catch((error: unknown) => {
      // A call that was under way while the editor was closed has no answer, and nobody misses it.
      if (!this.#disposed) this.#parts.report(error);
    });
  }

  async #show(): Promise<void> {
    await this.#reckon();
    await this.#channel.call('show', this.#state());
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

  #state(): MergeState {
    const { accountId } = this.#rehearsal.pair.survivor;
    return mergeState(this.#rehearsal, this.#parts.accounts.get(accountId), this.#cost);
  }

  #calls(): HostCalls {
    return {
      ready: async ({ kept }) => {
        // What is chosen already is shown by another editor of the same merge.
        if (!this.#rehearsal.chosen) this.#rehearsal.recall(kept);
        await this.#reckon();
        this.#ready = true;
        return this.#state();
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
