import type { Sandbox } from './app.ts';
import type { FaultOrder } from './faults.ts';
import type { LimitOptions } from './limits.ts';

interface ColleagueRequest {
  method: string;
  path: string;
  body?: unknown;
}

/**
 * What tests order from another process, under /__sandbox/: the log, faults, limits and a
 * colleague's edits. It needs the token like everything else and is off unless asked for.
 */
export function addControl({ app, log, faults, setLimits, asColleague }: Sandbox): void {
  const done = { success: true };
  app.get('/__sandbox/log', (c) => c.json({ ...done, data: log.entries }));
  app.delete('/__sandbox/log', (c) => {
    log.clear();
    return c.json(done);
  });
  app.post('/__sandbox/faults', async (c) => {
    faults.order(await c.req.json<FaultOrder>());
    return c.json(done);
  });
  app.delete('/__sandbox/faults', (c) => {
    faults.clear();
    return c.json(done);
  });
  app.put('/__sandbox/limits', async (c) => {
    setLimits(await c.req.json<Partial<LimitOptions> | 'off'>());
    return c.json(done);
  });
  app.post('/__sandbox/colleague', async (c) => {
    const { method, path, body } = await c.req.json<ColleagueRequest>();
    return c.json({ ...done, data: await asColleague(method, path, body) });
  });
}
