import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/** What a header may carry without being rewritten: visible ASCII. */
const visible = /^[\x21-\x7e]+$/;

/**
 * Checks that a token can be sent in a header as it is.
 * @throws PipedriveError `unauthorized`; the sentence does not repeat the token
 */
export function checkToken(token: string): void {
  if (!visible.test(token)) throw new PipedriveError('unauthorized', sentences.tokenUnusable());
}

/**
 * A function that takes the token out of a text, by its value and not by the name that stands before it:
 * an answer, an address or a library's message may hold it in any place.
 */
export function redactor(token: string): (text: string) => string {
  const spellings = new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)]);
  return (text) => {
    let clean = text;
    for (const spelling of spellings) clean = clean.replaceAll(spelling, '[token]');
    return clean;
  };
}
