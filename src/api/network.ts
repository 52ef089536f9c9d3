import { PipedriveError } from './errors.ts';
import type { Method } from './endpoint.ts';
import { sentences } from './sentences.ts';

/** Nothing was sent yet when a request ends so. */
const beforeSending = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'],
  ...['EADDRNOTAVAIL', 'ENOENT', 'EACCES'],
]);

const nameFaults = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);

/** Whether a fault's code says that the certificate or its protocol was not accepted. */
export const isTls = (code: string): boolean =>
  /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/.test(code);

/** A connection that never came about carried nothing, whatever stopped it. */
const neverConnected = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'erroredSysCall' in error && error.erroredSysCall === 'connect';

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : '';
}

/**
 * Turns what the HTTP library threw into the one error callers see. The library's own error is not kept as the
 * cause, since its message holds the address with its query; only its code is.
 *
 * @param method whether a lost answer leaves the outcome open
 */
export function networkFault(error: unknown, method: Method): PipedriveError {
  const code = codeOf(error);
  const details = code === '' ? {} : { cause: new Error(code) };
  if (isTls(code)) return new PipedriveError('unreachable', sentences.tlsRefused(), details);
  if (nameFaults.has(code)) return new PipedriveError('unreachable', sentences.nameNotFound(), details);
  if (method === 'GET' || beforeSending.has(code) || neverConnected(error)) {
    return new PipedriveError('unreachable', sentences.unreachable(), details);
  }
  return new PipedriveError('unknownOutcome', sentences.unknownOutcome(), details);
}

/** What a request ends in that took longer than it may. A write may have been done all the same. */
export function timeoutFault(ms: number, method: Method): PipedriveError {
  return method === 'GET'
    ? new PipedriveError('timeout', sentences.timeout(ms))
    : new PipedriveError('unknownOutcome', sentences.unknownOutcomeOfAnswer());
}
