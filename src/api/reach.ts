import http from 'node:http';
import https from 'node:https';
import type { TLSSocket } from 'node:tls';
import { networkFault, timeoutFault } from './network.ts';
import { agentFor } from './proxy.ts';

/** What a host showed of itself. */
export interface Reached {
  /** Of the connection, where it is one that nobody can listen to; the issuer is empty where the host was reached before. */
  readonly tls?: { readonly protocol: string; readonly issuer: string };
  readonly milliseconds: number;
}

/**
 * Reaches the host as every request does, through proxy, name lookup and certificates, and asks nothing of it: no token
 * goes along, so that it costs nothing. Whatever it answers, it was reached.
 *
 * @param origin as `allowedOrigin` gave it
 * @throws PipedriveError `unreachable` with the network's code as its cause, or `timeout`; the signal's reason
 */
export async function reach(origin: string, signal: AbortSignal, timeLimit = 15_000): Promise<Reached> {
  const url = new URL(origin);
  const clock = AbortSignal.timeout(timeLimit);
  const started = Date.now();
  try {
    return await new Promise<Reached>((resolve, reject) => {
      const { request } = url.protocol === 'https:' ? https : http;
      const asked = request(url, { method: 'HEAD', agent: agentFor(url), signal: AbortSignal.any([signal, clock]) }, (answer) => {
        answer.resume();
        const tls = shownBy(answer.socket as Partial<TLSSocket>);
        resolve({ milliseconds: Date.now() - started, ...(tls && { tls }) });
      });
      asked.on('error', reject);
      asked.end();
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw clock.aborted ? timeoutFault(timeLimit, 'GET') : networkFault(error, 'GET');
  }
}

function shownBy(socket: Partial<TLSSocket>): Reached['tls'] {
  if (socket.getProtocol === undefined) return undefined;
  const issuer = socket.getPeerCertificate?.().issuer as { O?: unknown; CN?: unknown } | undefined;
  return { protocol: socket.getProtocol() ?? '', issuer: String(issuer?.O ?? issuer?.CN ?? '') };
}
