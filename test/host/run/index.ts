import type MochaConstructor from 'mocha';
import { createRequire } from 'node:module';

const load = createRequire(__filename);

/** Called by VS Code in the extension host; a rejection is a failed run. */
export async function run(): Promise<void> {
  const module = load('mocha') as typeof MochaConstructor & { default?: typeof MochaConstructor };
  const Mocha = module.default ?? module;
  const { files, grep } = JSON.parse(variable('PIPEDRIVE_EXPLORER_HOST_TESTS')) as { files: string[]; grep?: string };
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true, reporter: variable('PIPEDRIVE_EXPLORER_REPORTER') });
  if (grep) mocha.fgrep(grep);
  for (const file of files) mocha.addFile(file);
  // The reporter leaves the numbers in a file as its last act: without it the run is known to have died.
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the host tests failed.`);
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment lacks ${name}.`);
  return value;
}
