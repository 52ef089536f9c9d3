import fetch from 'node-fetch';
import { imageHead } from '../model/imageHead.ts';
import { PipedriveError } from './errors.ts';
import { isLoopback } from './host.ts';
import { agentFor } from './proxy.ts';
import { sentences } from './sentences.ts';
import type { ImageContent } from './types.ts';

/** In bytes. Pipedrive's pictures are 512 pixels wide at most. */
const largest = 5_000_000;

const timeLimit = 30_000;

/** What an image element shows without running any of it. */
const shown = /^image\/(?:gif|jpeg|png|webp|svg\+xml)$/;

/**
 * Fetches a picture from the store whose address Pipedrive told. That is another host than Pipedrive's, so it is asked
 * without the token, over https only (or where the account itself is, as the demo's), and no redirect is followed.
 *
 * @param home origin of the account
 * @throws PipedriveError
 */
export async function fetchImage(address: string, home: string, signal?: AbortSignal): Promise<ImageContent> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !isSafe(url, home)) throw new PipedriveError('unexpected', sentences.pictureAddress());
  const clock = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      agent: agentFor,
      signal: signal === undefined ? clock : AbortSignal.any([signal, clock]),
      size: largest,
      headers: { accept: 'image/*', connection: 'keep-alive' },
    });
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    const declared = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    const type = bytes && (imageHead(bytes)?.type ?? (shown.test(declared) ? declared : undefined));
    if (bytes !== undefined && type !== undefined) return { type, bytes };
  } catch {
    if (signal?.aborted) throw new PipedriveError('cancelled', sentences.cancelled());
  }
  throw new PipedriveError('unreachable', sentences.pictureUnloaded());
}

function isSafe(url: URL, home: string): boolean {
  return url.origin === home || (url.protocol === 'https:' && !isLoopback(url.hostname));
}
