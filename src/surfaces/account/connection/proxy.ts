import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { l10n, workspace } from 'vscode';
import { isLoopback } from '../../../api/host.ts';

/** A proxy as a setting names it, without the user and the password that may stand in it. */
export interface Proxy {
  /** `proxy.example:8080`; absent where what is written is no address. */
  readonly host?: string;
  readonly hostname?: string;
  readonly port?: number;
  /** Where it is written. */
  readonly from: string;
}

/** Whether requests to this address may go through a proxy: those to this computer never do. */
export const mayBeProxied = (url: URL): boolean => url.protocol === 'https:' && !isLoopback(url.hostname);

/** The proxy that the settings and the environment name for an address. Which one the system names, if any, only VS Code knows. */
export function proxyOf(url: URL): Proxy | undefined {
  if (!mayBeProxied(url)) return undefined;
  const http = workspace.getConfiguration('http');
  if (http.get<string>('proxySupport') === 'off') return undefined;
  const own = http.get<string>('proxy')?.trim();
  const excepted = [
    ...(http.get<string[]>('noProxy') ?? []),
    ...(process.env['NO_PROXY'] ?? process.env['no_proxy'] ?? '').split(','),
  ];
  if (excepted.map((one) => one.trim().replace(/^\*?\./, '')).some((one) => one !== '' && isBelow(url.hostname, one)))
    return undefined;
  if (own) return read(own, 'http.proxy');
  const named = (['HTTPS_PROXY', 'https_proxy'] as const).find((name) => process.env[name]);
  return named && read(process.env[named] ?? '', named);
}

const isBelow = (hostname: string, domain: string): boolean =>
  domain === '*' || hostname === domain || hostname.endsWith(`.${domain}`);

function read(text: string, from: string): Proxy {
  const spelled = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(spelled)) return { from };
  const url = new URL(spelled);
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  return { from, hostname, port, host: `${url.hostname}:${port}` };
}

/** Opens a connection and closes it. @throws the network's error, or the signal's reason */
export async function knock(hostname: string, port: number, signal: AbortSignal): Promise<void> {
  const either = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: hostname, port, signal: either }, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });
}

/** The network's own code for what went wrong, which holds nothing of anybody's. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : l10n.t('no answer');
}

/** How many addresses a name leads to. @throws the network's error */
export async function addressesOf(hostname: string): Promise<number> {
  return (await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })).length;
}
