import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../setup/paths.mjs';

const packages = /** @type {Record<string, string>} */ ({
  tsc: 'typescript',
  biome: '@biomejs/biome',
  vsce: '@vscode/vsce',
});

/**
 * A tool's own script, so that it runs in this Node and without a shell on every system.
 * @param {string} tool
 */
export function bin(tool) {
  const manifest = inRoot('node_modules', packages[tool] ?? tool, 'package.json');
  const { bin: scripts } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof scripts === 'string' ? scripts : scripts[tool]);
}
