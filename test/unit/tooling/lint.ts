import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'jsonc-parser';
import { inRoot } from '../../../scripts/setup/paths.mjs';
import { bin } from '../../../scripts/test/bin.mjs';

export interface Finding {
  readonly file: string;
  readonly rule: string;
}

/** Lints files that are written for it, with the house's own rules, in a folder of their own. */
export async function lint(sources: Readonly<Record<string, string>>): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pipedrive-explorer-lint-'));
  try {
    for (const [file, text] of Object.entries(sources)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify(await rulesWithoutTypes()));
    return await findings(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Only imports matter here; the type-aware rules would want a whole project. */
async function rulesWithoutTypes(): Promise<object> {
  const rules = parse(await readFile(inRoot('.oxlintrc.json'), 'utf8')) as object;
  return { ...rules, $schema: undefined, options: { typeAware: false } };
}

async function findings(folder: string): Promise<Finding[]> {
  const output = await promisify(execFile)(process.execPath, [bin('oxlint'), '--format=json'], {
    cwd: folder,
    maxBuffer: 1 << 26,
  }).then(
    ({ stdout }) => stdout,
    // It ends with 1 when it finds something.
    (error: { stdout: string }) => error.stdout,
  );
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; code: string }[] };
  return diagnostics.map(({ filename, code }) => ({ file: filename, rule: code }));
}
