import type { Fate } from '../../model/mergePlan.ts';

/** One field of both records. All words are ready to be read; nothing here is HTML. */
export interface MergeField {
  readonly key: string;
  readonly label: string;
  readonly fate: Fate;
  /** The values as text; empty for unset. */
  readonly survivor: string;
  readonly absorbed: string;
  /** What nobody has afterwards, as text; absent for nothing. */
  readonly lost?: string;
  /** Whether the absorbed one's value can be kept by a tick, or is. */
  readonly keepable: boolean;
}

/** One of the two records. */
export interface MergeSide {
  readonly title: string;
  /** What tells it from one of the same name. */
  readonly detail: string;
}

export interface MergeAction {
  readonly id: MergeActionId;
  readonly label: string;
}

export type MergeActionId =
  | 'merge'
  | 'turn'
  | 'retry'
  | 'findOut'
  | 'useOther'
  | 'signIn'
  | 'openSurvivor'
  | 'openAbsorbed'
  | 'rebuild'
  | 'close';

export interface MergeNotice {
  readonly severity: 'info' | 'warning' | 'error';
  readonly sentence: string;
}

/** What a person chose, which outlives a reload. */
export interface MergeChoice {
  /** The direction is the other one than the address says. */
  readonly turned: boolean;
  /** Keys of the fields whose absorbed value is kept. */
  readonly ticked: readonly string[];
}

/** What the whole editor shows at once. */
export type MergeState =
  | { readonly phase: 'loading'; readonly title: string }
  /** Nothing to compare, an answer that was lost, or a merge that is done. */
  | {
      readonly phase: 'blocked' | 'unknown' | 'done';
      readonly title: string;
      readonly sentence: string;
      /** One thing a line. */
      readonly more: readonly string[];
      readonly actions: readonly MergeAction[];
    }
  | {
      readonly phase: 'ready';
      /** `Keep B, remove A`. */
      readonly title: string;
      readonly company: string;
      /** Says that the account is production. */
      readonly production?: string;
      readonly survivor: MergeSide;
      readonly absorbed: MergeSide;
      readonly choice: MergeChoice;
      readonly differing: readonly MergeField[];
      readonly same: readonly MergeField[];
      /** What moves over, as one sentence. */
      readonly moves: string;
      /** What is lost and kept, in numbers. */
      readonly sum: string;
      readonly cost: string;
      readonly notices: readonly MergeNotice[];
      /** It is being merged, or asked about. */
      readonly busy: boolean;
    };

/** What the host answers. */
export type HostCalls = {
  /** The view is there, with what it had kept; the host answers with the state and pushes each later one. */
  ready(input: { readonly kept: MergeChoice }): Promise<MergeState>;
  /** Which of the absorbed one's values are kept. */
  tick(input: { readonly ticked: readonly string[] }): void;
  act(input: { readonly action: MergeActionId }): Promise<void>;
};

/** What the view answers. */
export type ViewCalls = {
  show(input: MergeState): void;
};
