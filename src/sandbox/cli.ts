import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from './server.ts';

/** Runs the sandbox alone: prints one line of JSON with its address and token, serves until it is interrupted. */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    token: { type: 'string' },
    seed: { type: 'string' },
    persons: { type: 'string' },
    latency: { type: 'string' },
    limits: { type: 'string' },
    control: { type: 'boolean' },
  },
});

const numbers = Object.fromEntries(
  (['port', 'seed', 'persons', 'latency'] as const).flatMap((name) => {
    const text = values[name];
    if (text === undefined) return [];
    if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a number`);
    return [[name, Number(text)]];
  }),
) as Pick<SandboxOptions, 'port' | 'seed' | 'persons' | 'latency'>;

const sandbox = await startSandbox({
  ...numbers,
  token: values.token ?? randomUUID(),
  control: values.control ?? false,
  ...(values.limits === 'off' ? { limits: 'off' } : {}),
});
console.log(JSON.stringify({ port: sandbox.port, url: sandbox.url, token: sandbox.token }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
