import { isObject } from '../model/isObject.ts';
import { fieldsOf } from './complaints.ts';
import { type ErrorDetails, type Fault, PipedriveError } from './errors.ts';
import type { Told } from './headers.ts';
import type { Method } from './endpoint.ts';
import { hasOther, type OperationName } from './operations.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion } from './types.ts';

/** An answer as it came, before anyone trusted it. */
export interface RawAnswer {
  readonly operation: OperationName;
  readonly version: ApiVersion;
  readonly method: Method;
  readonly status: number;
  readonly told: Told;
  /** The parsed body; undefined where it was empty or no JSON. */
  readonly body: unknown;
  /** Searches have a narrower limit of their own. */
  readonly search?: boolean;
}

type Body = Readonly<Record<string, unknown>>;

/** Whether the answer says that the operation was done. Deleting what is already deleted says so under 410. */
export function isSuccess(answer: RawAnswer): boolean {
  const { status, body, method } = answer;
  if (status === 204) return true;
  if (!isObject(body) || body.success !== true) return false;
  return (status >= 200 && status < 300) || (status === 410 && method === 'DELETE');
}

/** Pipedrive's own words: `error` as a string or an object's `message`, else the first of an `errors` map. */
function messageOf(body: Body): string | undefined {
  const { error, errors, message } = body;
  if (typeof error === 'string' && error !== '') return error;
  if (isObject(error) && typeof error.message === 'string') return error.message;
  if (isObject(errors)) {
    const texts = Object.values(errors)
      .flat()
      .filter((item) => typeof item === 'string');
    if (texts.length > 0) return texts.join(' ');
  }
  return typeof message === 'string' && message !== '' ? message : undefined;
}

/**
 * Turns an answer that is no success into the one error callers see.
 *
 * @param redact takes the token out of whatever the server repeated
 * @param retryAfter how long the gate now waits, in milliseconds, for a 429
 */
export function faultOf(answer: RawAnswer, redact: (text: string) => string, retryAfter?: number): PipedriveError {
  const body = isObject(answer.body) ? answer.body : undefined;
  const raw = body && messageOf(body);
  const message = raw === undefined ? undefined : redact(raw);
  const code = body?.code ?? (isObject(body?.error) ? body.error.code : undefined);
  const [fault, sentence] = classify(answer, body, message, typeof code === 'string' ? code : '', retryAfter);
  const fields = body ? fieldsOf(raw, body) : {};
  const details: ErrorDetails = {
    status: answer.status,
    fields: Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, redact(text)])),
    ...(message !== undefined && { serverMessage: message }),
    ...(answer.told.requestId !== undefined && { requestId: redact(answer.told.requestId) }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(fault === 'unsupported' &&
      hasOther(answer.operation, answer.version) && { switchTo: answer.version === 'v1' ? 'v2' : 'v1' }),
  };
  return new PipedriveError(fault, sentence, details);
}

function classify(
  answer: RawAnswer,
  body: Body | undefined,
  message: string | undefined,
  code: string,
  retryAfter: number | undefined,
): readonly [Fault, string] {
  const { status, told, method } = answer;
  const write = method !== 'GET';
  if (status >= 300 && status < 400) return ['redirected', sentences.redirected()];
  if (status === 429) {
    return isBudgetSpent(told, answer.search)
      ? ['budgetSpent', sentences.budgetSpent(retryAfter)]
      : ['rateLimited', sentences.rateLimited(retryAfter)];
  }
  if (isUnsupported(answer, body, message)) return ['unsupported', unsupportedSentence(answer)];
  // A gateway that gives up says nothing about what the server behind it did (520 and on are Cloudflare's).
  if (write && (status === 502 || status === 504 || (status >= 520 && status <= 527))) {
    return ['unknownOutcome', sentences.unknownOutcomeOfAnswer()];
  }
  if (status >= 500) return ['server', sentences.server(status)];
  if (status >= 200 && status < 300) {
    if (body === undefined || (body.success !== false && body.status !== false)) {
      return write ? ['unknownOutcome', sentences.unknownOutcomeOfAnswer()] : ['unexpected', sentences.unreadable()];
    }
    const real = Number(body.errorCode);
    return real >= 400 && real < 600
      ? classify({ ...answer, status: real }, body, message, code, retryAfter)
      : [refusalOf(write, body), sentences.refused(message)];
  }
  return clientFault(answer, body, message, code);
}

/** Who says that a write was no success has not done it, whatever the status; anything else leaves that open. */
const refusalOf = (write: boolean, body: Body): Fault => (write && body.success === false ? 'invalid' : 'unexpected');

function clientFault(
  { status, method }: RawAnswer,
  body: Body | undefined,
  message: string | undefined,
  code: string,
): readonly [Fault, string] {
  switch (status) {
    case 401:
      return ['unauthorized', sentences.unauthorized()];
    case 402:
      return ['payment', sentences.payment(message)];
    case 403:
      if (body === undefined) return ['forbidden', sentences.blockedPage()];
      if (code.startsWith('feature_capping')) return ['payment', sentences.planLimit(message)];
      if (/does not have access to this feature/i.test(message ?? '')) return ['payment', sentences.feature(message)];
      return ['forbidden', sentences.forbidden(message)];
    case 404:
      return body === undefined ? ['unexpected', sentences.unexpected(status)] : ['notFound', sentences.notFound(message)];
    case 410:
      return body === undefined ? ['unexpected', sentences.unexpected(status)] : ['gone', sentences.gone(message)];
    case 415:
      return ['payment', sentences.feature(message)];
    case 400:
    case 409:
    case 413:
    case 422:
      return ['invalid', message === undefined ? sentences.invalidWithoutMessage() : sentences.invalid(message)];
    default:
      return body === undefined
        ? ['unexpected', sentences.unexpected(status)]
        : [refusalOf(method !== 'GET', body), sentences.refused(message)];
  }
}

/**
 * The day's tokens are gone: the header says so, or the burst limit was not what refused. A search may be refused by its
 * own limit while the other has room, so that says nothing of it.
 */
export function isBudgetSpent(told: Told, search = false): boolean {
  return told.dailyRemaining === 0 || (!search && told.burstRemaining !== undefined && told.burstRemaining > 0);
}

/**
 * Whether the answer means that the operation is gone, and not the record: 501, a method Pipedrive does not
 * know, a path no token covers, or a 404 or 410 that does not carry Pipedrive's envelope. The last two are
 * read so only in version 1, of which operations were taken away.
 */
function isUnsupported(answer: RawAnswer, body: Body | undefined, message: string | undefined): boolean {
  const { status, version } = answer;
  if (status === 501 || status === 405) return true;
  if (status === 404 && /^unknown method/i.test(message ?? '')) return true;
  if (version !== 'v1') return false;
  if (status === 403) return message === 'Scope and URL mismatch';
  return (status === 404 || status === 410) && hasOther(answer.operation, version) && body?.success === undefined;
}

function unsupportedSentence({ operation, version }: RawAnswer): string {
  return hasOther(operation, version) ? sentences.unsupported(version) : sentences.unsupportedAltogether();
}
