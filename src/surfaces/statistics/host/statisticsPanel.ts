import { commands as vscodeCommands, type WebviewPanel } from 'vscode';
import { PipedriveError } from '../../../api/errors.ts';
import { commands } from '../../../ids/index.ts';
import { follow } from '../../shared/apiVersion.ts';
import { LivePage } from '../../shared/host/livePage.ts';
import type { ActionId, HostCalls, StatisticsState } from '../messages.ts';
import { openBehind } from './behind.ts';
import { choiceOf, rememberChoice, rememberedChoice } from './choice.ts';
import type { StatisticsParts } from './parts.ts';
import type { Reading } from './reading.ts';
import { statisticsState, statisticsTitle } from './state.ts';

/** One editor of statistics: shows what was read and does what the view asks for. */
export class StatisticsPanel {
  readonly #parts: StatisticsParts;
  readonly #reading: Reading;
  readonly #page: LivePage<HostCalls, StatisticsState>;
  #forecast: (periods: number) => number = () => 0;

  constructor(parts: StatisticsParts, reading: Reading, panel: WebviewPanel) {
    this.#parts = parts;
    this.#reading = reading;
    const heard = reading.onDidChange(() => this.#page.refresh());
    this.#page = new LivePage({
      ...{ panel, icon: 'graph', calls: this.#calls(), report: parts.report },
      title: () => statisticsTitle(reading),
      state: async () => {
        await this.#reckon();
        return this.#state();
      },
      closed: () => heard.dispose(),
    });
  }

  /** The price by the chosen version; not known to one who is signed out, who is told of that elsewhere. */
  async #reckon(): Promise<void> {
    const { reckoning, address } = this.#reading;
    try {
      const { api } = await this.#parts.room.documents.records.session(address.accountId);
      this.#forecast = (periods) => api.forecast(reckoning.plan(periods));
    } catch (error) {
      if (!PipedriveError.is(error)) throw error;
    }
  }

  #state(): StatisticsState {
    const company = this.#parts.accounts.get(this.#reading.address.accountId)?.company ?? '';
    return statisticsState(this.#reading, company, this.#forecast);
  }

  #calls(): HostCalls {
    const { report, state } = this.#parts;
    return {
      ready: ({ kept }) => {
        this.#page.begin();
        // What another editor of the same address has chosen is shown here, too.
        if (!this.#reading.chosen) this.#reading.choose(choiceOf(kept) ?? rememberedChoice(state)).catch(report);
        return this.#state();
      },
      choose: ({ choice }) => {
        const chosen = choiceOf(choice);
        if (!chosen) return;
        this.#reading.choose(chosen).catch(report);
        rememberChoice(state, chosen).catch(report);
      },
      open: ({ key }) => openBehind(key, this.#reading, this.#parts),
      act: ({ action }) => this.#act(action),
    };
  }

  async #act(action: ActionId): Promise<void> {
    const { stand } = this.#reading;
    switch (action) {
      case 'useOther':
        if (stand.phase === 'failed') await follow(stand.error);
        return this.#reading.load();
      case 'retry':
        return this.#reading.load();
      case 'signIn':
        await vscodeCommands.executeCommand(commands.signIn);
        return;
      case 'export':
        await vscodeCommands.executeCommand(commands.exportStatistics);
    }
  }
}
