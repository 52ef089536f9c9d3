import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension } from '../../../scripts/run/extension.mjs';
import { startFront } from '../../../scripts/run/front.mjs';
import { startServer } from '../../../scripts/run/server.mjs';
import { quietSettings, writeSettings } from '../../../scripts/run/settings.mjs';
import { demoAccount } from '../../../scripts/start/demo.mjs';
import { killBrowser, openBrowser, type Browser } from './browser.ts';
import { themes, type LaunchOptions } from './options.ts';
import { variable } from './variable.ts';

type Server = Awaited<ReturnType<typeof startServer>>;
type Front = Awaited<ReturnType<typeof startFront>>;

/** A served VS Code, its data and the browser it is open in: all fresh, all gone after `close`. */
export class Session {
  readonly dataDir: string;
  readonly #scratch: string;
  readonly #options: LaunchOptions;
  #server: Server | undefined;
  #front: Front | undefined;
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

  /** As if the machine had been switched off under the window. */
  async killBrowser(): Promise<void> {
    await killBrowser(this.#profile);
    this.#browser = undefined;
  }

  /** The same window in the same profile; what VS Code keeps is still there. */
  async openBrowser(): Promise<void> {
    this.#browser = await openBrowser(this.#profile, this.#url, this.#options.viewport);
  }

  /** Ends VS Code's server and its extension host, and starts them again at the same address. */
  async restartServer(): Promise<void> {
    await this.#server?.end();
    await this.#startServer();
  }

  async close(): Promise<void> {
    await this.#browser?.context.close();
    this.#front?.close();
    await this.#server?.end();
    await rm(this.#scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async #begin(): Promise<void> {
    const { settings = {}, machineSettings = {}, theme, extension = true } = this.#options;
    const chosenTheme = theme ? { 'workbench.colorTheme': themes[theme], 'window.autoDetectColorScheme': false } : {};
    await writeSettings(this.dataDir, { ...quietSettings, ...chosenTheme, ...settings });
    await writeSettings(this.dataDir, machineSettings, 'Machine');
    if (extension) await installExtension({ ...this.#places, vsix: variable('PIPEDRIVE_EXPLORER_VSIX') });
    await this.#startServer();
    await this.openBrowser();
  }

  async #startServer(): Promise<void> {
    const { account, env = {} } = this.#options;
    const accountEnv = account ? demoAccount : { PIPEDRIVE_EXPLORER_ACCOUNT: '' };
    this.#server = await startServer({ ...this.#places, env: { ...accountEnv, ...env } });
    const port = this.#front?.port ?? 0;
    this.#front?.close();
    // The same key each time, so that secrets outlive the window.
    this.#front = await startFront({ target: this.#server.port, port, key: Buffer.alloc(32, 7) });
    if (port !== 0 && this.#front.port !== port) throw new Error(`Port ${port} was taken by another while the server restarted.`);
  }

  get #places() {
    return {
      code: variable('PIPEDRIVE_EXPLORER_SERVER'),
      dataDir: this.dataDir,
      extensionsDir: join(this.#scratch, 'extensions'),
    };
  }

  get #profile(): string {
    return join(this.#scratch, 'profile');
  }

  get #url(): string {
    const window = this.#options.folder ? `folder=${encodeURIComponent(this.#options.folder)}` : 'ew=true';
    return `http://127.0.0.1:${this.#front?.port}/?${window}`;
  }
}
