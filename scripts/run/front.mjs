import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * A door before VS Code's server, for two things the server does not do: it hands the page the key that lets
 * its secret storage outlive the window, and it lets in only pages of its own address, so that no other web
 * page can talk to the extension host.
 * @param {{ target: number, port: number, key: Buffer }} options `port` 0 takes any free one
 */
export async function startFront({ target, port, key }) {
  const server = createServer((incoming, answer) => {
    if (!isOwn(incoming)) return void answer.writeHead(403).end();
    if (incoming.method === 'POST' && incoming.url === '/mint-key') return void answer.writeHead(200).end(key);
    const { method, url: path, headers } = incoming;
    const outgoing = request({ host: '127.0.0.1', port: target, method, path, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    outgoing.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
    incoming.pipe(outgoing);
  });

  server.on('upgrade', (incoming, socket, head) => {
    if (!isOwn(incoming)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const through = connect(target, '127.0.0.1', () => {
      through.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${rawHeaders(incoming)}\r\n`);
      through.write(head);
      socket.pipe(through).pipe(socket);
    });
    // When one end goes, so does the other; the page reconnects by itself.
    through.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('error', () => through.destroy()).on('close', () => through.destroy());
  });

  const address = await listen(server, port);
  return {
    port: address,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  /** @param {import('node:http').IncomingMessage} incoming */
  function isOwn({ headers: { host, origin } }) {
    const own = [`127.0.0.1:${address}`, `localhost:${address}`];
    return own.includes(host ?? '') && (!origin || own.some((name) => origin === `http://${name}`));
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
