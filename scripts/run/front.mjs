import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * The only door to VS Code's server, which itself listens on no port. It hands the page the key that lets its
 * secret storage outlive the window, and it lets in only pages of its own address, so that no other web page
 * can talk to the extension host.
 * @param {{ socketPath: string, port: number, key: Buffer }} options `port` 0 takes any free one
 */
export async function startFront({ socketPath, port, key }) {
  const server = createServer((incoming, answer) => {
    if (!isOwn(incoming)) return void answer.writeHead(403).end();
    if (incoming.method === 'POST' && incoming.url === '/mint-key') return void answer.writeHead(200).end(key);
    const { method, url: path, headers } = incoming;
    const outgoing = request({ socketPath, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    outgoing.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    incoming.pipe(outgoing);
  });

  server.on('upgrade', (incoming, socket, head) => {
    if (!isOwn(incoming)) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    const through = connect(socketPath, () => {
      through.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${rawHeaders(incoming)}\r\n`);
      through.write(head);
      socket.pipe(through).pipe(socket);
    });
    // When one end goes, so does the other; the page reconnects by itself.
    through.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('error', () => through.destroy()).on('close', () => through.destroy());
  });

  const taken = await listen(server, port);
  return {
    port: taken,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  /**
   * Asked for by its own name, and by its own pages or by a person. A name that leads here by a trick is
   * another; a page of another address says where it comes from, if only by what its browser adds.
   * @param {import('node:http').IncomingMessage} incoming
   */
  function isOwn({ headers: { host, origin, 'sec-fetch-site': from } }) {
    const own = [`127.0.0.1:${taken}`, `localhost:${taken}`];
    if (!own.includes(host ?? '')) return false;
    if (origin !== undefined && !own.some((name) => origin === `http://${name}`)) return false;
    return from === undefined || from === 'same-origin' || from === 'none';
  }
}

/** @param {import('node:http').IncomingMessage} incoming */
function rawHeaders({ rawHeaders: raw }) {
  let text = '';
  for (let i = 0; i < raw.length; i += 2) text += `${raw[i]}: ${raw[i + 1]}\r\n`;
  return text;
}

/**
 * The preferred port keeps the address, and with it the window's memory, from one start to the next.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const listening = () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    server.once('listening', listening);
    server.on('error', (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE' && port !== 0) server.listen(0, '127.0.0.1');
      else reject(error);
    });
    server.listen(port, '127.0.0.1');
  });
}
