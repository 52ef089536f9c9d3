/** How a step of the check ended: as it should, worth a look, or with a fault. */
export type Outcome = 'good' | 'note' | 'fault' | 'skipped';

export interface StepResult {
  readonly outcome: Outcome;
  readonly name: string;
  /** What was found and, where something is wrong, what to do. */
  readonly sentence: string;
}
