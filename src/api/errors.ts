import type { PipedriveRecord } from '../model/record.ts';

/** The kinds of fault a request can end in. */
export type Fault =
  | 'unreachable' // no answer: refused, no network, name not found, connection lost before anything was sent
  | 'unknownOutcome' // a write was sent and its answer lost: it may or may not have happened
  | 'timeout'
  | 'cancelled'
  | 'signedOut' // no token for this account; raised by the account room
  | 'unauthorized' // 401
  | 'payment' // 402
  | 'forbidden' // 403
  | 'notFound' // 404
  | 'gone' // 410
  | 'invalid' // 400, 422: Pipedrive refused a value
  | 'rateLimited' // 429, burst
  | 'budgetSpent' // 429, the day's tokens are used up
  | 'redirected' // 3xx to elsewhere, not followed
  | 'server' // 5xx
  | 'unsupported' // Pipedrive no longer answers this operation in the version that was asked
  | 'unexpected'; // an answer that is not Pipedrive's

/** After these faults of a write nothing was done by it; after any other nobody knows. */
export const notDone: readonly Fault[] = [
  'unreachable',
  'signedOut',
  'unauthorized',
  'payment',
  'forbidden',
  'notFound',
  'gone',
  'invalid',
  'rateLimited',
  'budgetSpent',
  'redirected',
  'unsupported',
];

/** What is known of a fault; an error can be given for it, to say it in other words. */
export interface ErrorDetails {
  readonly status?: number | undefined;
  /** Pipedrive's own message, as it came. */
  readonly serverMessage?: string | undefined;
  /** Sentences by field key, where Pipedrive's message names fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly requestId?: string | undefined;
  /** When to try again, in milliseconds from now. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
  /** The version to choose instead, where this one no longer answers and the other does. */
  readonly switchTo?: 'v1' | 'v2' | undefined;
  /** The record as it is now, where a write of several requests was done in part. */
  readonly record?: PipedriveRecord | undefined;
}

/**
 * Any fault of a request. `message` is a sentence for a person that says what happened
 * and what to do next; it never holds the token, a header or a URL's query.
 */
export class PipedriveError extends Error {
  readonly fault: Fault;
  readonly status: number | undefined;
  readonly serverMessage: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly switchTo: 'v1' | 'v2' | undefined;
  readonly record: PipedriveRecord | undefined;

  constructor(fault: Fault, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.name = 'PipedriveError';
    this.fault = fault;
    this.status = details.status;
    this.serverMessage = details.serverMessage;
    this.fields = details.fields ?? {};
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.switchTo = details.switchTo;
    this.record = details.record;
  }

  /** The same error, of a write that was done in part: the record is now as given. */
  withRecord(record: PipedriveRecord): PipedriveError {
    const { status, serverMessage, fields, requestId, retryAfter, cause } = this;
    return new PipedriveError(this.fault, this.message, { status, serverMessage, fields, requestId, retryAfter, cause, record });
  }

  /** Narrows an unknown error: `if (PipedriveError.is(error, 'notFound')) …`; without faults, any of them. */
  static is(error: unknown, ...faults: readonly Fault[]): error is PipedriveError {
    return error instanceof PipedriveError && (faults.length === 0 || faults.includes(error.fault));
  }
}
