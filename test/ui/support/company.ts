import { startSandbox, type SandboxHandle } from '../../../src/sandbox/server.ts';
import { token } from '../harness/canary.ts';
import { useWorkbench, type LaunchOptions, type Workbench } from '../harness/index.ts';

export { token } from '../harness/canary.ts';
export const companyName = 'Larkspur Trading';

/** A company on a sandbox of its own, whose requests and faults a test can see and stage. */
export interface Company {
  readonly sandbox: SandboxHandle;
  readonly window: () => Workbench;
  /** Signs in as a person does, by the three input boxes. */
  signIn(keep?: 'Keep me signed in' | 'For this session only'): Promise<void>;
  /** What was written since the last look: `PATCH /api/v2/persons/42` and its body. */
  writes(): { line: string; body: unknown }[];
  colleague(path: string, changes: object): Promise<void>;
  stored(path: string): Promise<Readonly<Record<string, unknown>>>;
}

/** Still open where a window could not be closed, since mocha runs no hook after one that failed; it has the port. */
let left: SandboxHandle | undefined;

/** A window whose base URL is a sandbox; nobody is signed in yet. */
export function useCompany({ persons, ...options }: LaunchOptions & { readonly persons?: number } = {}): Company {
  let sandbox: SandboxHandle;
  before(async function () {
    this.timeout(120_000);
    await left?.close();
    left = sandbox = await startSandbox({ token, port: sandboxPort(), ...(persons !== undefined && { persons }) });
  });
  const window = useWorkbench({
    theme: 'dark',
    ...options,
    machineSettings: { 'pipedrive.baseUrl': `http://127.0.0.1:${sandboxPort()}`, ...options.machineSettings },
  });
  after(async () => {
    await sandbox.close();
    left = undefined;
  });
  return {
    get sandbox() {
      return sandbox;
    },
    window,
    async signIn(keep = 'For this session only') {
      const { quickInput } = window();
      await window().runCommand('Pipedrive: Sign In…');
      await quickInput.waitFor();
      await quickInput.type('larkspur-demo');
      await quickInput.accept();
      await window().page.locator('.quick-input-box input[type=password]').waitFor();
      await quickInput.type(token);
      await quickInput.accept();
      await quickInput.choose(window().words(keep));
      await window().openContainer('Pipedrive');
      await (await window().openView('Persons')).rows();
    },
    writes() {
      const writes = sandbox.log.entries
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body }) => ({ line: `${method} ${path}`, body }));
      sandbox.log.clear();
      return writes;
    },
    async colleague(path, changes) {
      const { status } = await sandbox.asColleague('PATCH', `/api/v2/${path}`, changes);
      if (status !== 200) throw new Error(`The colleague's change was answered ${status}.`);
    },
    async stored(path) {
      const { body } = await sandbox.asColleague('GET', `/api/v2/${path}`);
      return (body as { data: Record<string, unknown> }).data;
    },
  };
}

let port = 0;
/** One port a run, known before the window starts, because its settings name it. */
function sandboxPort(): number {
  port ||= 20_000 + (process.pid % 20_000);
  return port;
}
