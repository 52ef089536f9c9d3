import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type SandboxOptions, startSandbox } from './server.ts';

/** Runs the sandbox alone: prints its address and token, a line each, and serves until it is interrupted. */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    token: { type: 'string' },
    seed: { type: 'string' },
    persons: { type: 'string' },
    latency: { type: 'string' },
    limits: { type: 'string' },
    control: { type: 'boolean' },
    'no-admin': { type: 'boolean' },
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
  admin: !values['no-admin'],
  ...(values.limits === 'off' ? { limits: 'off' } : {}),
});
process.stdout.write(`url ${sandbox.url}\ntoken ${sandbox.token}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
