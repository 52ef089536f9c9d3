import type { Version } from './operation.ts';

/** The prefixes under which each version answers. */
export const prefixes: { readonly [V in Version]: readonly string[] } = {
  v1: ['/api/v1', '/v1'],
  v2: ['/api/v2', '/v2'],
};

/** The version a path belongs to and what follows its prefix. */
export function splitPath(path: string): { version: Version | null; rest: string } {
  const match = /^(?:\/api)?\/(v1|v2)(?=\/|$)(.*)$/.exec(path);
  return match ? { version: match[1] as Version, rest: match[2] ?? '' } : { version: null, rest: path };
}
