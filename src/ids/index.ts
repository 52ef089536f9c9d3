/**
 * Every id the manifest and the code share, spelled once.
 * `test/unit/manifest.test.ts` holds package.json against this table, both ways. What the manifest says of views and
 * of kinds is generated: `npm run manifest`.
 */
export const extensionId = 'pipedrive-explorer.pipedrive-explorer';

/** The activity-bar container. */
export const container = 'pipedrive';

/** Side-bar views, from top to bottom. */
export const viewNames = ['persons', 'pipelines', 'products', 'fields'] as const;
export type ViewName = (typeof viewNames)[number];

const byView = <const T>(id: (name: ViewName) => T): Readonly<Record<ViewName, T>> =>
  Object.fromEntries(viewNames.map((name) => [name, id(name)])) as Record<ViewName, T>;

export const views = byView((name) => `pipedrive.${name}`);

/** The view of records that may be one, which comes once it is asked for and is no kind's. */
export const doublesView = 'pipedrive.doubles';

/** The command in each view's title bar that reads again what the view shows. */
export const refreshCommands = byView((name) => `pipedrive.${name}.refresh`);

/**
 * How a view's list is grouped, sorted and filtered; of views whose kinds say how that can be. `arrange` takes what is to be
 * shown, `{ group, sort, filters: { owner: { query: { owner_id: 7 }, label: 'Ann' } } }`, and asks where it is given nothing.
 */
export const listCommands = byView(
  (name) =>
    ({
      arrange: `pipedrive.${name}.arrange`,
      clearFilters: `pipedrive.${name}.clearFilters`,
    }) as const,
);

/** What is shown of a view's boards: whose cards, and totals in which currency. */
export const boardCommands = byView(
  (name) =>
    ({
      whose: `pipedrive.${name}.whose`,
      totals: `pipedrive.${name}.totals`,
    }) as const,
);

/** The command that opens a new record of a kind. */
export const createCommand = (kindId: string) => `pipedrive.${kindId}.new` as const;

/** The commands on two records of a kind that can become one, and on what a merge removed. */
export const mergeCommands = (kindId: string) =>
  ({
    /** Of two selected rows, else of two that are picked. */
    merge: `pipedrive.${kindId}.merge`,
    /** Merges a record into one that is picked. */
    mergeInto: `pipedrive.${kindId}.mergeInto`,
    /** Begins a new record with what a merge removed. */
    rebuild: `pipedrive.${kindId}.rebuild`,
  }) as const;

/** The command that shows what Pipedrive reckons of a record of a kind. */
export const statisticsCommand = (kindId: string) => `pipedrive.${kindId}.statistics` as const;

/** The menu of a view's title bar that holds the commands for new records, where its kinds are several. */
export const createMenu = (view: ViewName) => `pipedrive.${view}.new` as const;

/** The menu of what a record can be copied as. */
export const copyMenu = 'pipedrive.copyAs';

/** The other commands. Those of views and kinds follow from their names. */
export const commands = {
  signIn: 'pipedrive.signIn',
  signOut: 'pipedrive.signOut',
  exploreDemo: 'pipedrive.exploreDemo',
  switchAccount: 'pipedrive.switchAccount',
  markProduction: 'pipedrive.markProduction',
  unmarkProduction: 'pipedrive.unmarkProduction',
  openWalkthrough: 'pipedrive.openWalkthrough',
  useVersion1: 'pipedrive.useVersion1',
  useVersion2: 'pipedrive.useVersion2',
  open: 'pipedrive.open',
  openAsJson: 'pipedrive.openAsJson',
  copyName: 'pipedrive.copyName',
  copyLink: 'pipedrive.copyLink',
  copyDeepLink: 'pipedrive.copyDeepLink',
  copyId: 'pipedrive.copyId',
  copyAsJson: 'pipedrive.copyAsJson',
  exportCsv: 'pipedrive.exportCsv',
  openInPipedrive: 'pipedrive.openInPipedrive',
  rename: 'pipedrive.rename',
  editValue: 'pipedrive.editValue',
  delete: 'pipedrive.delete',
  addFollower: 'pipedrive.addFollower',
  changeLabel: 'pipedrive.changeLabel',
  changeOwner: 'pipedrive.changeOwner',
  duplicate: 'pipedrive.duplicate',
  /** Compares a record with what it was; takes its document's address and, in milliseconds, when. */
  compareEarlier: 'pipedrive.compareEarlier',
  /** Puts the values before a save of this extension into the record's document. */
  revertSave: 'pipedrive.revertSave',
  /**
   * Opens the rehearsal of a merge. Takes `{ accountId, kindId, ids: [absorbed, survivor], ticked?: [field keys] }`, ids as
   * in addresses; what is none of that is passed over.
   */
  merge: 'pipedrive.merge',
  /** Asks about the merge that is shown, and does it. */
  mergeNow: 'pipedrive.mergeNow',
  /** Turns the direction of the merge that is shown. */
  swapMerge: 'pipedrive.swapMerge',
  loadMore: 'pipedrive.loadMore',
  retry: 'pipedrive.retry',
  /** Names one more heading of a list. */
  addHeading: 'pipedrive.addHeading',
  /** Opens what hangs off a record: a note, a file, a deal's page. */
  openItem: 'pipedrive.openItem',
  saveItem: 'pipedrive.saveItem',
  /** Chooses what a list of what hangs off a record shows. */
  filterList: 'pipedrive.filterList',
  /** Moves the cards of a board to a stage. Takes a card's row, those selected, and the row of the stage; asks without one. */
  moveToStage: 'pipedrive.moveToStage',
  keepMine: 'pipedrive.conflict.keepMine',
  takeTheirs: 'pipedrive.conflict.takeTheirs',
  compareConflict: 'pipedrive.conflict.compare',
  findDoubles: 'pipedrive.doubles.find',
  /** Goes on with a search that was stopped or failed. */
  resumeDoubles: 'pipedrive.doubles.resume',
  mergePair: 'pipedrive.doubles.openMerge',
  keepSeparate: 'pipedrive.doubles.keepSeparate',
  /** Takes a pair back that was kept separate. */
  compareAgain: 'pipedrive.doubles.compareAgain',
  search: 'pipedrive.search',
  /** Turns exact matching on and off in the search that is open; opens it with exact matching else. */
  searchExact: 'pipedrive.search.exact',
  searchFields: 'pipedrive.search.fields',
  searchOrganization: 'pipedrive.search.organization',
  /** Keeps what the last search found as a list in the side bar. */
  keepSearch: 'pipedrive.search.keep',
  refreshKept: 'pipedrive.search.refreshKept',
  removeKept: 'pipedrive.search.removeKept',
  /** Opens the search with what a kept one asked. */
  searchAgain: 'pipedrive.search.again',
  /** Reads the statistics that are shown again. */
  refreshStatistics: 'pipedrive.refreshStatistics',
  /** Writes the statistics that are shown as comma-separated text. */
  exportStatistics: 'pipedrive.exportStatistics',
  showLog: 'pipedrive.showLog',
  showUsage: 'pipedrive.showUsage',
  checkConnection: 'pipedrive.checkConnection',
  /** Makes the demo's Pipedrive misbehave, for a person to see what happens. */
  simulate: 'pipedrive.demo.simulate',
  endSimulation: 'pipedrive.demo.endSimulation',
} as const;

export type CommandId =
  | (typeof commands)[keyof typeof commands]
  | (typeof refreshCommands)[ViewName]
  | (typeof boardCommands)[ViewName][keyof (typeof boardCommands)[ViewName]]
  | (typeof listCommands)[ViewName][keyof (typeof listCommands)[ViewName]]
  | ReturnType<typeof createCommand>
  | ReturnType<typeof statisticsCommand>
  | ReturnType<typeof mergeCommands>[keyof ReturnType<typeof mergeCommands>];

export const settings = {
  section: 'pipedrive',
  apiVersion: 'apiVersion',
  baseUrl: 'baseUrl',
  refreshInterval: 'refreshInterval',
  /** Whether language models are given the tools. */
  languageModelTools: 'languageModelTools.enabled',
} as const;

export const contextKeys = {
  /** With an active account. */
  signedIn: 'pipedrive.signedIn',
  /** Without one; neither is set until the extension runs. */
  signedOut: 'pipedrive.signedOut',
  /** The active account is the demo. */
  demo: 'pipedrive.demo.active',
  /** The demo's Pipedrive misbehaves as it was told to. */
  simulating: 'pipedrive.demo.simulating',
  /** Possible doubles were asked for in this window. */
  doubles: 'pipedrive.doubles.shown',
  /** The last search of this window has found something. */
  found: 'pipedrive.search.found',
  /** A search of the active account is kept, as far as the trees have looked. */
  kept: 'pipedrive.search.kept',
} as const;

/** Filters narrow what a view shows. */
export const filteredKeys = byView((name) => `pipedrive.${name}.filtered`);

/** Colours of the manifest's own, which a theme may change. */
export const colors = {
  /** The edge and the tab of what belongs to a production account. */
  production: 'pipedrive.production',
  productionBackground: 'pipedrive.productionBackground',
  productionForeground: 'pipedrive.productionForeground',
} as const;

/** Our accounts in VS Code's Accounts menu. */
export const authenticationId = 'pipedrive';

/** The walkthrough, which VS Code opens after the installation. */
export const walkthrough = 'start';

/** The scheme of records as documents, and of what is served beside them. */
export const schemes = {
  record: 'pipedrive',
  schema: 'pipedrive-schema',
  /** A document in conflict as the colleague's changes would make it. */
  theirs: 'pipedrive-theirs',
  /** Notes, mails and files of a record, to be read. */
  attached: 'pipedrive-attached',
  /** A record as it was, rebuilt from its changes. */
  earlier: 'pipedrive-earlier',
  /** Two records and how they would become one. */
  merge: 'pipedrive-merge',
  /** Reports of checked connections. */
  check: 'pipedrive-check',
  /** What Pipedrive reckons of a record. */
  statistics: 'pipedrive-statistics',
  /** A document as it was before a language model proposed a change. */
  before: 'pipedrive-before',
  /** Rows of the trees, to be decorated; nothing lies there. */
  row: 'pipedrive-row',
} as const;

export const recordEnding = '.record';
export const recordLanguage = 'pipedrive-record';
export const formEditor = 'pipedrive.form';

export const mergeEnding = '.merge';
export const mergeEditor = 'pipedrive.merge';

export const statisticsEnding = '.statistics';
export const statisticsEditor = 'pipedrive.statistics';

/** Tools for language models. */
export const tools = {
  search: 'pipedrive_searchRecords',
  get: 'pipedrive_getRecord',
  fields: 'pipedrive_listFields',
  figures: 'pipedrive_getStatistics',
  update: 'pipedrive_proposeUpdate',
  create: 'pipedrive_proposeNew',
} as const;

/** The demo account, which is also the first segment of its documents' addresses. */
export const demoId = 'demo';

/** Environment variable of the extension host that names the account to begin with: `demo`. */
export const accountVariable = 'PIPEDRIVE_EXPLORER_ACCOUNT';
