import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testResults } from '../../../scripts/setup/paths.mjs';

/** Where a run leaves the sandbox's log of each test file. */
export const requestLogs = join(testResults, 'requests');

/** Ends what a test led to: what is asked between two tests is no action of a person's. */
export const testEnd = '#';
/** Stands before a test's title, on a line of its own. */
export const testMark = `${testEnd} `;

/** A request that Pipedrive would have answered well, and what a person was doing. */
export interface Asked {
  readonly action: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What tests asked of the sandbox, read from its log. What failed counts as not asked. */
export function askedIn(log: string): Asked[] {
  const all: Asked[] = [];
  let action: string | undefined;
  for (const line of log.split('\n')) {
    if (line.startsWith(testEnd)) action = line.startsWith(testMark) ? line.slice(testMark.length) : undefined;
    else if (action !== undefined) all.push(...asked(action, line));
  }
  return all;
}

function asked(action: string, line: string): Asked[] {
  const [, method, address, status] = /^(\w+) (\S+) (\d+) \d+$/.exec(line) ?? [];
  if (method === undefined || address === undefined || !status?.startsWith('2')) return [];
  const { pathname, searchParams } = new URL(address, 'http://sandbox');
  // The same under both of its spellings.
  const path = pathname.replace(/^\/(v\d)\//, '/api/$1/');
  return [{ action, method, path, query: searchParams }];
}

/** What the tests of the last run asked; nothing where none has run. */
export function askedInLastRun(): Asked[] {
  return filesOf(requestLogs).flatMap((file) => askedIn(readFileSync(file, 'utf8')));
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
