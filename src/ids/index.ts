/**
 * Every id the manifest and the code share, spelled once.
 * `test/unit/manifest.test.ts` holds package.json against this table, both ways.
 */
export const extensionId = 'pipedrive-explorer.pipedrive-explorer';

/** The activity-bar container. */
export const container = 'pipedrive';

/** Side-bar views. */
export const views = {
  persons: 'pipedrive.persons',
  pipelines: 'pipedrive.pipelines',
  products: 'pipedrive.products',
  fields: 'pipedrive.fields',
} as const;

export const commands = {
  signIn: 'pipedrive.signIn',
  signOut: 'pipedrive.signOut',
  exploreDemo: 'pipedrive.exploreDemo',
  switchAccount: 'pipedrive.switchAccount',
  refreshPersons: 'pipedrive.persons.refresh',
  refreshPipelines: 'pipedrive.pipelines.refresh',
  refreshProducts: 'pipedrive.products.refresh',
  refreshFields: 'pipedrive.fields.refresh',
  newPerson: 'pipedrive.person.new',
  open: 'pipedrive.open',
  openAsJson: 'pipedrive.openAsJson',
  openInPipedrive: 'pipedrive.openInPipedrive',
  delete: 'pipedrive.delete',
  loadMore: 'pipedrive.loadMore',
  retry: 'pipedrive.retry',
  keepMine: 'pipedrive.conflict.keepMine',
  takeTheirs: 'pipedrive.conflict.takeTheirs',
  showLog: 'pipedrive.showLog',
} as const;

export type ViewName = keyof typeof views;
export type CommandId = (typeof commands)[keyof typeof commands];

/** The command in each view's title bar that reads again what the view shows. */
export const refreshCommands: Readonly<Record<ViewName, CommandId>> = {
  persons: commands.refreshPersons,
  pipelines: commands.refreshPipelines,
  products: commands.refreshProducts,
  fields: commands.refreshFields,
};

/** By a kind's id, the command that opens a new record of it. */
export const createCommands: Readonly<Record<string, CommandId>> = {
  person: commands.newPerson,
};

export const settings = {
  section: 'pipedrive',
  apiVersion: 'apiVersion',
  baseUrl: 'baseUrl',
} as const;

export const contextKeys = {
  /** With an active account. */
  signedIn: 'pipedrive.signedIn',
  /** Without one; neither is set until the extension runs. */
  signedOut: 'pipedrive.signedOut',
} as const;

/** The scheme of records as documents, and of what is served beside them. */
export const schemes = {
  record: 'pipedrive',
  schema: 'pipedrive-schema',
} as const;

export const recordEnding = '.record';
export const recordLanguage = 'pipedrive-record';
export const formEditor = 'pipedrive.form';

/** The demo account, which is also the first segment of its documents' addresses. */
export const demoId = 'demo';

/** Environment variable of the extension host that names the account to begin with: `demo`. */
export const accountVariable = 'PIPEDRIVE_EXPLORER_ACCOUNT';
