import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/** One DNS label as Pipedrive gives it to a company: lower-case ASCII letters, digits, hyphens inside. */
const company = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The written address, before any URL parser touches it. A parser turns full-width dots, backslashes and
 * tabs into something else than what the person sees, so what is written must already be in the plain form.
 */
const plainOrigin = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?\/?$/i;

/** Names that belong to Pipedrive itself and are no company's. */
const reserved = new Set(['www', 'app', 'api', 'oauth', 'developers', 'support', 'marketplace', 'status']);

/** Whether a host name, as a URL spells it, is this machine's loopback: 127.0.0.0/8, `::1` or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);
}

function isPipedrive(hostname: string): boolean {
  const parts = hostname.split('.');
  if (parts.length !== 3 || parts[1] !== 'pipedrive' || parts[2] !== 'com') return false;
  const name = parts[0] ?? '';
  // A punycode label shows as other letters than it holds; Pipedrive gives no such names.
  return company.test(name) && !name.startsWith('xn--') && (name === 'api' || !reserved.has(name));
}

/**
 * Checks where the token may be sent: `https://<company>.pipedrive.com`, `https://api.pipedrive.com`,
 * or http(s) to a loopback address on any port; nothing else, and no path, query or user in it.
 *
 * @param text the address as a setting or a caller gave it
 * @returns its origin, without a trailing slash
 * @throws PipedriveError `invalid`
 */
export function allowedOrigin(text: string): string {
  const refused = (): never => {
    throw new PipedriveError('invalid', sentences.baseUrlRefused(text));
  };
  const written = plainOrigin.exec(text)?.[2];
  if (written === undefined || !URL.canParse(text)) return refused();
  const url = new URL(text);
  // The parser also reads `2130706433` and `127.1` as addresses; only what reads the same both ways is taken.
  if (url.hostname !== written.toLowerCase()) return refused();
  if (isLoopback(url.hostname)) return url.origin;
  if (url.protocol !== 'https:' || url.port !== '' || !isPipedrive(url.hostname)) return refused();
  return url.origin;
}

/**
 * Reads a company's domain as a person types or pastes it: `acme`, `acme.pipedrive.com` or an address of
 * any page there.
 *
 * @returns the `acme` of it
 * @throws PipedriveError `invalid`, with a sentence to show beside the input
 */
export function companyDomain(typed: string): string {
  const text = typed.trim();
  // Only what stands before the first slash after the scheme names the host; a person's own capitals are no look-alike.
  const host = /^(?:https?:\/\/)?([A-Za-z0-9.-]+)(?:[/?#].*)?$/.exec(text)?.[1]?.toLowerCase() ?? '';
  const name = host.endsWith('.pipedrive.com') ? host.slice(0, -'.pipedrive.com'.length) : host;
  if (!company.test(name) || name.startsWith('xn--')) throw new PipedriveError('invalid', sentences.domainRefused());
  if (reserved.has(name)) throw new PipedriveError('invalid', sentences.domainReserved(name));
  return name;
}
