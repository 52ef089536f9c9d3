import { execFileSync } from 'node:child_process';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { browserSwitches } from '../../../scripts/setup/browser.mjs';
import { watchPages } from './canary.ts';
import { until } from './until.ts';
import { variable } from './variable.ts';

/** A browser with a profile of its own, which outlives it. */
export interface Browser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the token was seen in what is shown or passes between frames: nowhere, it is to be. */
  readonly tokenSeen: readonly string[];
}

/** What a step waits for at most, so that a failure names the step and not the test's time. */
const patience = 40_000;
/** A window on a busy machine takes longer than a step in it. */
const openingPatience = 60_000;

export async function openBrowser(profile: string, url: string, viewport = { width: 1280, height: 800 }): Promise<Browser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: variable('PIPEDRIVE_EXPLORER_BROWSER'),
    args: browserSwitches,
    viewport,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  context.setDefaultNavigationTimeout(openingPatience);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(url).origin });
  const tokenSeen = await watchPages(context);
  const page = context.pages()[0] ?? (await context.newPage());
  // A window with unsaved documents asks before it goes; whoever reloads on purpose says yes.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(url);
  await waitForWindow(page);
  return { context, page, tokenSeen };
}

export async function waitForWindow(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: openingPatience });
}

/** Closes it as a person does; a page that is stuck cannot be closed and is ended. */
export async function closeBrowser({ context }: Browser, profile: string): Promise<void> {
  const closed = context.close().then(() => true);
  const waited = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 10_000).unref());
  if (!(await Promise.race([closed, waited]))) await killBrowser(profile);
}

/** Ends the browser as a crash would: no unload, no last write. */
export async function killBrowser(profile: string): Promise<void> {
  const browsers = () => processesWith(`--user-data-dir=${profile}`);
  for (const pid of browsers()) kill(pid);
  await until('the browser was gone', () => browsers().length === 0);
}

function processesWith(argument: string): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return list
    .split('\n')
    .filter((line) => line.includes(argument))
    .map((line) => Number.parseInt(line, 10));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Its parent may have taken it along.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
