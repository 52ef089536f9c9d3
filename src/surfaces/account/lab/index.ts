import { Disposable } from 'vscode';
import type { Accounts } from '../../../account/index.ts';
import { commands } from '../../../ids/index.ts';
import type { DocumentRoom } from '../../document/index.ts';
import type { RegisterCommand } from '../../shared/commands.ts';
import type { Running } from './running.ts';

export interface LabParts {
  readonly accounts: Accounts;
  readonly room: DocumentRoom;
  readonly register: RegisterCommand;
  readonly report: (error: unknown) => void;
  /** Called once a simulation is over. */
  readonly ended: () => void;
}

/** Faults on purpose, in the demo account alone; brought in with the first. */
export function registerLab({ accounts, room, register, report, ended }: LabParts): Disposable {
  let brought: Promise<Running> | undefined;
  const running = (): Promise<Running> =>
    (brought ??= import('./running.ts').then((late) => new late.Running(accounts, report, ended)));
  return Disposable.from(
    new Disposable(() => brought?.then((one) => one.dispose())),
    register(commands.simulate, async (given) =>
      (await import('./simulate.ts')).simulate({ accounts, room, running: await running() }, given),
    ),
    register(commands.endSimulation, async () => (await brought)?.end()),
  );
}
