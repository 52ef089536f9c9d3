import type { Comparison, Period, Preset } from '../../model/period.ts';

/** What a person chose, which outlives a reload. */
export interface Choice {
  /** Goes with the days; absent for two days that were chosen. */
  readonly preset?: Preset;
  /** Given with no preset. */
  readonly period?: Period;
  /** Absent for whose token it is. */
  readonly userId?: number;
  readonly comparison: Comparison;
  /** The other days of the comparison `own`. */
  readonly against?: Period;
}

/** One of several that can be chosen; the label is ready to be read. */
export interface Option<T> {
  readonly id: T;
  readonly label: string;
}

/** What can be chosen, and what is. */
export interface Controls {
  readonly presets: readonly (Option<Preset> & Period)[];
  readonly users: readonly Option<number>[];
  readonly comparisons: readonly Option<Comparison>[];
  readonly choice: Choice;
  /** The days and the user that the choice comes to. */
  readonly period: Period;
  readonly userId: number;
  /** `85 API tokens a reading` without and with a comparison. */
  readonly costs: { readonly one: string; readonly two: string };
}

/** A number of one period, ready to be read. */
export interface Amount {
  /** For a bar; in percent, deals or days. */
  readonly value: number;
  readonly text: string;
  /** What they are worth, an entry a currency; absent where Pipedrive tells no values. */
  readonly worth?: readonly string[];
  /** What opens behind it, and what that is called; absent where nothing does. */
  readonly opens?: { readonly key: string; readonly label: string };
}

/** One line of a chart and its table. */
export interface Figure {
  readonly id: string;
  readonly label: string;
  /** Names one of VS Code's chart colours. */
  readonly color: 'blue' | 'green' | 'red' | 'yellow' | 'purple' | 'orange';
  readonly now: Amount;
  /** Of the period that it is held against. */
  readonly before?: Amount;
  /** By how much it differs: `+5`. */
  readonly change?: string;
}

export interface Section {
  readonly id: 'conversion' | 'deals' | 'movement' | 'age';
  readonly title: string;
  /** What the numbers are and what they open. */
  readonly note: string;
  /** What a full bar stands for; absent for the largest number. */
  readonly full?: number;
  readonly figures: readonly Figure[];
}

export interface Heads {
  /** `Now` and `Before` as two periods. */
  readonly now: string;
  readonly before?: string;
}

export interface StatisticsAction {
  readonly id: ActionId;
  readonly label: string;
}

export type ActionId = 'retry' | 'signIn' | 'useOther' | 'export';

/** What stands under the controls. */
export type Body =
  | { readonly phase: 'loading' }
  | { readonly phase: 'blocked'; readonly sentence: string; readonly actions: readonly StatisticsAction[] }
  | {
      readonly phase: 'ready';
      /** Whose deals, of which days, read when. */
      readonly scope: string;
      readonly read: string;
      readonly heads: Heads;
      /** Said where there is nothing in the period. */
      readonly empty?: string;
      readonly sections: readonly Section[];
    };

/** What the whole editor shows at once. */
export interface StatisticsState {
  readonly title: string;
  readonly company: string;
  /** Absent until it is known who can be asked about. */
  readonly controls?: Controls;
  readonly body: Body;
}

/** What the host answers. */
export type HostCalls = {
  /** The view is there, with what it had kept; the host answers with the state and pushes each later one. */
  ready(input: { readonly kept: unknown }): StatisticsState;
  /** Reads the numbers of a choice. */
  choose(input: { readonly choice: unknown }): void;
  /** Opens what stands behind a number, by its key. */
  open(input: { readonly key: string }): Promise<void>;
  act(input: { readonly action: ActionId }): Promise<void>;
};

/** What the view answers. */
export type ViewCalls = {
  show(input: StatisticsState): void;
};
