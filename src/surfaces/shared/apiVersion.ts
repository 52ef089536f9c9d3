import { commands as vscodeCommands, ConfigurationTarget, l10n, workspace } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import { type CommandId, commands, settings } from '../../ids/index.ts';

type Version = NonNullable<PipedriveError['switchTo']>;

const commandOf: { readonly [V in Version]: CommandId } = { v1: commands.useVersion1, v2: commands.useVersion2 };
const titles: { readonly [V in Version]: () => string } = {
  v1: () => l10n.t('Use Version 1'),
  v2: () => l10n.t('Use Version 2'),
};

/** The way out where Pipedrive no longer answers in the chosen version of its API and the other one helps. */
export function wayOut(error: unknown): { readonly title: string; readonly command: CommandId } | undefined {
  const version = PipedriveError.is(error) ? error.switchTo : undefined;
  return version && { title: titles[version](), command: commandOf[version] };
}

/** Chooses a version, for this computer's user or, where the workspace has chosen one, for the workspace. */
export async function useVersion(version: Version): Promise<void> {
  const configuration = workspace.getConfiguration(settings.section);
  const { workspaceValue } = configuration.inspect(settings.apiVersion) ?? {};
  const target = workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await configuration.update(settings.apiVersion, version, target);
}

/** Chooses the version that an error leads to. */
export async function follow(error: unknown): Promise<void> {
  const way = wayOut(error);
  if (way) await vscodeCommands.executeCommand(way.command);
}
