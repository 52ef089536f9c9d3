import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../scripts/run/serve.mjs';
import { quietSettings, writeSettings } from '../../../scripts/run/settings.mjs';
import { demoAccount } from '../../../scripts/start/demo.mjs';
import type { Page } from 'playwright-core';
import { filesWithToken } from './canary.ts';
import { addExtension } from './beside.ts';
import { closeBrowser, killBrowser, openBrowser, waitForWindow, type Browser } from './browser.ts';
import { words, writeLanguage, type Words } from './language.ts';
import { themes, type LaunchOptions } from './options.ts';
import { variable } from './variable.ts';

type Served = Awaited<ReturnType<typeof serve>>;

/** A served VS Code, its data and the browser it is open in: all fresh, all gone after `close`. */
export class Session {
  readonly dataDir: string;
  readonly #scratch: string;
  readonly #options: LaunchOptions;
  #words: Words = (english) => english;
  #served: Served | undefined;
  #browser: Browser | undefined;

  private constructor(scratch: string, options: LaunchOptions) {
    this.#scratch = scratch;
    this.#options = options;
    this.dataDir = join(scratch, 'server');
  }

  static async start(options: LaunchOptions = {}): Promise<Session> {
    const session = new Session(await mkdtemp(join(tmpdir(), 'pipedrive-explorer-ui-')), options);
    try {
      await session.#begin();
      return session;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('The browser is closed.');
    return this.#browser;
  }

  /** The extension's texts in the window's language, by the English ones. */
  get words(): Words {
    return this.#words;
  }

  /** As if the machine had been switched off under the window. */
  async killBrowser(): Promise<void> {
    await killBrowser(this.#profile);
    this.#browser = undefined;
  }

  /** The same window in the same profile; what VS Code keeps is still there. */
  async openBrowser(): Promise<void> {
    this.#browser = await openBrowser(this.#profile, this.#url, this.#options.viewport);
  }

  /** One more window beside the first, with an extension host of its own and the same profile. */
  async openWindow(): Promise<Page> {
    const page = await this.browser.context.newPage();
    await page.goto(this.#url);
    await waitForWindow(page);
    return page;
  }

  /**
   * Ends all of it.
   * @throws where the account's token is found in anything that was shown, passed on, logged or kept
   */
  async close(): Promise<void> {
    if (this.#browser) await closeBrowser(this.#browser, this.#profile);
    await this.#served?.end();
    const kept = ['IndexedDB', 'Local Storage', 'Session Storage'].map((name) => join(this.#profile, 'Default', name));
    const seen = [
      ...(this.#browser?.tokenSeen ?? []),
      ...(await filesWithToken(join(this.dataDir, 'data'), this.#folder, ...kept)),
    ];
    await rm(this.#scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    if (seen.length > 0) throw new Error(`The token was found in ${seen.join(', ')}.`);
  }

  async #begin(): Promise<void> {
    const { folder, settings = {}, machineSettings = {}, theme } = this.#options;
    const chosenTheme = theme ? { 'workbench.colorTheme': themes[theme], 'window.autoDetectColorScheme': false } : {};
    if (folder) await mkdir(join(this.#folder, '.vscode'), { recursive: true });
    if (typeof folder === 'object')
      await writeFile(join(this.#folder, '.vscode', 'settings.json'), JSON.stringify(folder.settings));
    await writeSettings(this.dataDir, { ...quietSettings, ...chosenTheme, ...settings });
    await writeSettings(this.dataDir, machineSettings, 'Machine');
    // Installed once a run; a copy keeps the windows apart.
    await cp(variable('PIPEDRIVE_EXPLORER_EXTENSIONS'), this.#places.extensionsDir, { recursive: true });
    if (this.#options.beside !== undefined) await addExtension(this.#places.extensionsDir, this.#options.beside);
    if (this.#options.language) {
      await writeLanguage(this.#options.language, this.#places);
      this.#words = await words(this.#options.language, this.#places);
    }
    await this.#serve();
    await this.openBrowser();
  }

  async #serve(): Promise<void> {
    const { account, env = {}, language, serverArgs = [] } = this.#options;
    const args = language ? ['--locale', language.id, ...serverArgs] : serverArgs;
    const accountEnv = account ? demoAccount : { PIPEDRIVE_EXPLORER_ACCOUNT: '' };
    // The same key each time, so that secrets outlive the browser.
    const key = Buffer.alloc(32, 7);
    this.#served = await serve({ ...this.#places, args, env: { ...accountEnv, ...env }, key });
  }

  get #places() {
    return {
      code: variable('PIPEDRIVE_EXPLORER_SERVER'),
      dataDir: this.dataDir,
      extensionsDir: join(this.#scratch, 'extensions'),
    };
  }

  get #folder(): string {
    return join(this.#scratch, 'folder');
  }

  get #profile(): string {
    return join(this.#scratch, 'profile');
  }

  get #url(): string {
    const window = this.#options.folder ? `folder=${encodeURIComponent(this.#folder)}` : 'ew=true';
    return `http://${this.#served?.authority}/?${window}`;
  }
}
