import { window, type LogOutputChannel } from 'vscode';
import type { Log } from '../../api/types.ts';

/** The one log of the extension, in VS Code's output panel. */
export type ExtensionLog = LogOutputChannel & Log;

/** Made once, when the extension starts. */
export function createLog(): ExtensionLog {
  return window.createOutputChannel('Pipedrive', { log: true });
}
