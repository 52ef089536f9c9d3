import { readFile } from 'node:fs/promises';
import { createServer, request as ask, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';

/** A proxy, and behind it a site that shows the certificate of a company's own authority. */
export interface Tunnel {
  /** Of the proxy. */
  readonly url: string;
  readonly sitePort: number;
  /** What the proxy was asked to connect to, as `acme.pipedrive.com:443`. */
  readonly connects: string[];
  close(): void;
}

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Whatever the proxy is asked to connect to, it connects to the site, as no name here leads to Pipedrive.
 * @param authority the folder of `makeAuthority`
 */
export async function openTunnel(authority: string, listener: RequestListener): Promise<Tunnel> {
  const [key, cert] = await Promise.all(['site.key', 'site.pem'].map((name) => readFile(join(authority, name))));
  const site = createSecure({ ...(key && { key }), ...(cert && { cert }) }, listener);
  const sitePort = await portOf(site);
  const connects: string[] = [];
  const proxy = createServer().on('connect', (request, socket, head) => {
    connects.push(request.url ?? '');
    const upstream = connect(sitePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  const url = `http://127.0.0.1:${await portOf(proxy)}`;
  return {
    url,
    sitePort,
    connects,
    close: () => {
      for (const server of [proxy, site]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** A listener that hands everything on to a server of this machine. */
export function handingOn(url: string): RequestListener {
  return (incoming, outgoing) => {
    const target = new URL(incoming.url ?? '/', url);
    const headers = { ...incoming.headers, host: target.host };
    const onwards = ask(target, { method: incoming.method ?? 'GET', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onwards.on('error', () => outgoing.destroy());
    incoming.pipe(onwards);
  };
}
