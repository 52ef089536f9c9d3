import { Disposable, EventEmitter, workspace, type Uri } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import { commands, schemes } from '../../../ids/index.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { Reports } from './report.ts';

/** The check of the connection and its reports, which are brought in with the first that is made or shown. */
export function registerConnection(accounts: Accounts, register: RegisterCommand): Disposable {
  const written = new EventEmitter<Uri>();
  let brought: Promise<Reports> | undefined;
  const reports = (): Promise<Reports> =>
    (brought ??= import('./report.ts').then((late) => new late.Reports((uri) => written.fire(uri))));
  return Disposable.from(
    written,
    // At once, for tabs that stayed open over a restart of the extension host.
    workspace.registerTextDocumentContentProvider(schemes.check, {
      onDidChange: written.event,
      provideTextDocumentContent: async (uri) => (await reports()).text(uri),
    }),
    register(commands.checkConnection, async () => (await import('./run.ts')).checkConnection(accounts, await reports())),
  );
}
