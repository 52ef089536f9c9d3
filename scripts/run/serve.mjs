import { startFront } from './front.mjs';
import { startServer } from './server.mjs';

/**
 * VS Code at an address: its server, and the door before it.
 * @param {import('./server.mjs').ServerOptions & { key: Buffer, port?: number }} options
 */
export async function serve({ key, port = 0, ...options }) {
  const server = await startServer(options);
  const front = await startFront({ socketPath: server.socketPath, port, key }).catch(async (error) => {
    await server.end();
    throw error;
  });
  /** @type {Promise<never>} */
  const died = server.ended.then(({ code }) => {
    throw new Error(`VS Code's server ended by itself (${code}):\n${server.output()}`);
  });
  // An end that was asked for is nobody's failure.
  died.catch(() => undefined);
  return {
    authority: `127.0.0.1:${front.port}`,
    /** Fails when the server ends, with the reason. */
    died,
    async end() {
      front.close();
      await server.end();
    },
  };
}
