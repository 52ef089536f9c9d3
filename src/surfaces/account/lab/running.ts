import { commands as vscodeCommands, l10n, StatusBarAlignment, ThemeColor, window, type Disposable } from 'vscode';
import type { Accounts, Simulation } from '../../../account/index.ts';
import { commands, contextKeys, demoId } from '../../../ids/index.ts';
import { simulations } from './simulations.ts';

/** The simulation that runs in the demo, if any: seen in the status bar with the time left, ended by a click or its time. */
export class Running implements Disposable {
  readonly #accounts: Accounts;
  readonly #report: (error: unknown) => void;
  readonly #ended: () => void;
  readonly #item = window.createStatusBarItem('simulation', StatusBarAlignment.Left, 9);
  readonly #watching: Disposable;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param ended called once Pipedrive is itself again */
  constructor(accounts: Accounts, report: (error: unknown) => void, ended: () => void) {
    this.#accounts = accounts;
    this.#report = report;
    this.#ended = ended;
    this.#item.name = l10n.t('Pipedrive Demo Simulation');
    this.#item.command = commands.endSimulation;
    this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
    this.#item.tooltip = l10n.t('The demo’s Pipedrive behaves so until the time is over. Click to end it.');
    this.#watching = accounts.onDidChange(({ accountId, change }) => {
      // A sandbox that ended has taken it along.
      if (accountId === demoId && (change === 'signedOut' || change === 'restarted')) this.#hide();
    });
  }

  /** Begins and ends go one after the other, or the time of one would go on beside another's. */
  #turn: Promise<void> = Promise.resolve();

  /** @param lasts milliseconds; until it is ended where absent */
  begin(simulation: Simulation, lasts: number | undefined): Promise<void> {
    return this.#inTurn(() => this.#begin(simulation, lasts));
  }

  end(): Promise<void> {
    return this.#inTurn(() => this.#end());
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #begin(simulation: Simulation, lasts: number | undefined): Promise<void> {
    await this.#end();
    await this.#accounts.simulate(simulation);
    const until = lasts === undefined ? undefined : Date.now() + lasts;
    const tick = (): void => {
      const left = until === undefined ? undefined : until - Date.now();
      if (left !== undefined && left <= 0) return void this.end().catch(this.#report);
      this.#show(simulation, left);
    };
    tick();
    if (until !== undefined) this.#timer = setInterval(tick, 1_000);
    await vscodeCommands.executeCommand('setContext', contextKeys.simulating, true);
  }

  async #end(): Promise<void> {
    if (!this.#hide()) return;
    await this.#accounts.simulate(undefined);
    this.#ended();
  }

  #show(simulation: Simulation, left: number | undefined): void {
    const { label } = simulations[simulation]();
    const text = left === undefined ? l10n.t('Simulated: {0}', label) : l10n.t('Simulated: {0}, {1}', label, clock(left));
    this.#item.text = `$(beaker) ${text}`;
    this.#item.accessibilityInformation = { label: l10n.t('{0}. Choose to end it.', text) };
    this.#item.show();
    this.#on = true;
  }

  #on = false;

  /** Whether one was running. */
  #hide(): boolean {
    const was = this.#on;
    this.#on = false;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#item.hide();
    if (was) void vscodeCommands.executeCommand('setContext', contextKeys.simulating, false);
    return was;
  }

  dispose(): void {
    this.#hide();
    this.#watching.dispose();
    this.#item.dispose();
  }
}

/** `1:05`. */
function clock(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
