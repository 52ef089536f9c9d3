/** What was asked in one operation. */
export interface Count {
  readonly requests: number;
  readonly tokens: number;
}

/** What was asked on one day, by operation. */
export interface UsageOfDay {
  /** `2026-11-02`, by this computer's clock. */
  readonly day: string;
  readonly operations: Readonly<Record<string, Count>>;
}

/** The day of a moment where this computer is, which is what a person calls today. */
export function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day with one more request; a new day where it was made on another. */
export function withRequest(before: UsageOfDay | undefined, operation: string, tokens: number, now: Date): UsageOfDay {
  const day = dayOf(now);
  const operations = before?.day === day ? before.operations : {};
  const { requests, tokens: spent } = operations[operation] ?? { requests: 0, tokens: 0 };
  return { day, operations: { ...operations, [operation]: { requests: requests + 1, tokens: spent + tokens } } };
}

/** All that was counted of one day, by several windows; what is of other days is left out. */
export function together(days: readonly UsageOfDay[], day: string): UsageOfDay {
  const operations: Record<string, Count> = {};
  for (const one of days) {
    if (one.day !== day) continue;
    for (const [operation, count] of Object.entries(one.operations)) operations[operation] = plus(operations[operation], count);
  }
  return { day, operations };
}

export const plus = (one: Count | undefined, { requests, tokens }: Count): Count => ({
  requests: (one?.requests ?? 0) + requests,
  tokens: (one?.tokens ?? 0) + tokens,
});

export function total({ operations }: UsageOfDay): Count {
  return Object.values(operations).reduce<Count>(plus, { requests: 0, tokens: 0 });
}
