import type { LimitOptions } from './limits.ts';
import type { Simulation } from './simulations.ts';

/** What the sandbox's thread is given as workerData. */
export interface SandboxWorkerData {
  token: string;
  colleagueToken?: string;
  seed?: number;
  persons?: number;
  admin?: boolean;
  port?: number;
  latency?: number;
  limits?: Partial<LimitOptions> | 'off';
  control?: boolean;
  logFile?: string;
}

/** What the thread posts. After `stopped` and `failed` nothing more comes. */
export type FromSandbox =
  | { type: 'listening'; port: number }
  | { type: 'stopped' }
  | { type: 'simulating' }
  | { type: 'failed'; message: string };

/** What the thread is told. */
export type ToSandbox = { type: 'stop' } | { type: 'simulate'; simulation?: Simulation };
