import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

/** @returns {string[]} */
function elsewhere() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform !== 'win32') return [];
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name]);
  const programs = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}

/**
 * A browser of the Chromium family. `PIPEDRIVE_EXPLORER_BROWSER` names another.
 * @returns {string | undefined} its executable
 */
export function findBrowser() {
  const chosen = process.env['PIPEDRIVE_EXPLORER_BROWSER'];
  if (chosen) return chosen;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = onPath.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...candidates, ...elsewhere()].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // What cannot be run is not a candidate; why does not matter.
    return false;
  }
}

/** The command that installs a browser here, for a person to run. */
export function installCommand() {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  return `${process.getuid?.() === 0 ? '' : 'sudo '}apt-get install chromium (or what your distribution calls it)`;
}

/** Switches every run needs; root has no sandbox to run in. */
export const browserSwitches = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
