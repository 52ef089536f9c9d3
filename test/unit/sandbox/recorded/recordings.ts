import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Operation } from '../../../../src/sandbox/operation.ts';

const folder = new URL('../../../../../shared/recorded/', import.meta.url);

/** A pattern of the paths as they were recorded: with ids, with placeholders, with and without a prefix. */
function patternOf({ version, path }: Operation): RegExp {
  return new RegExp(`^(/api)?/${version}${path.replaceAll(/:\w+/g, '(\\d+|\\{\\w+\\})')}$`);
}

/** The recorded successful bodies of an operation; undefined where there are no recordings at hand. */
export function recordingsOf(operation: Operation): unknown[] | undefined {
  const index = fileURLToPath(new URL('INDEX.tsv', folder));
  if (!existsSync(index)) return undefined;
  const pattern = patternOf(operation);
  return readFileSync(index, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, version, method, path = '', status]) => {
      if (version !== operation.version || method !== operation.method || !status?.startsWith('2')) return false;
      const bare = path.replace(/\?.*/, '');
      return pattern.test(bare) && (!bare.endsWith('/search') || operation.path.endsWith('/search'));
    })
    .map(([file = '']) => JSON.parse(readFileSync(fileURLToPath(new URL(file, folder)), 'utf8')) as unknown)
    // Of some answers only the rows were kept.
    .map((body) => (Array.isArray(body) ? { success: true, data: body } : body));
}
