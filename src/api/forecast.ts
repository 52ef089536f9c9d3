import { insteadOf, type OperationName, serving } from './operations.ts';
import type { ApiVersion, Planned } from './types.ts';

/** The API tokens that a plan takes, by the table; what has to be sent again counts again. */
export function forecast(plan: readonly Planned[], version: ApiVersion): number {
  return plan.reduce((sum, { operation, count = 1 }) => {
    const done = insteadOf(operation, version);
    // One request does it for all of them.
    const times = isOfMany(operation) && done === operation ? Math.min(1, count) : count;
    return sum + serving(done, version).endpoint.cost * times;
  }, 0);
}

const isOfMany = (operation: OperationName): boolean => operation.endsWith('.removeMany');
