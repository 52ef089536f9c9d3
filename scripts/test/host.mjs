import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { cache, inRoot, root } from '../setup/paths.mjs';
import { desktopVSCode } from '../setup/desktop.mjs';
import { browserForTests } from '../setup/installBrowser.mjs';
import { servedVSCode } from '../setup/served.mjs';
import { reporter } from './mocha.mjs';
import { sign } from './page.mjs';
import { mochaResult, resultsVariable } from './result.mjs';

/** Stands in for the desktop's executable: takes the same arguments, opens the served VS Code. */
const servedExecutable = fileURLToPath(new URL('./vscode.mjs', import.meta.url));

/**
 * Runs mocha inside the extension host of a real VS Code.
 * @param {import('./choose.mjs').Choice} choice
 * @param {string} [extension] its folder
 */
export async function runHostTests({ files, grep }, extension = root) {
  await mkdir(cache, { recursive: true });
  const results = join(cache, `results-host-${process.pid}.json`);
  const desktop = await desktopVSCode();
  const served = desktop
    ? {}
    : {
        PIPEDRIVE_EXPLORER_BROWSER: await browserForTests(),
        PIPEDRIVE_EXPLORER_SERVER: await servedVSCode(),
        PIPEDRIVE_EXPLORER_SIGN: sign,
      };
  return mochaResult(results, async () => {
    try {
      return await runTests({
        vscodeExecutablePath: desktop ?? servedExecutable,
        extensionDevelopmentPath: extension,
        extensionTestsPath: inRoot('dist', 'test', 'host', 'run', 'index.cjs'),
        extensionTestsEnv: {
          ...served,
          [resultsVariable]: results,
          PIPEDRIVE_EXPLORER_REPORTER: reporter,
          PIPEDRIVE_EXPLORER_HOST_TESTS: JSON.stringify({ files: files.map(built), grep }),
        },
      });
    } catch (error) {
      // The tests' own failures; what they were stands in the results.
      if (error instanceof Error && 'code' in error) return Number(error.code ?? 1);
      throw error;
    }
  });
}

/** @param {string} file a test's source */
function built(file) {
  return inRoot('dist', file.replace(/\.ts$/, '.cjs'));
}
