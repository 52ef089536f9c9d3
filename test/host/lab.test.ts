import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, extensionId } from '../../src/ids/index.ts';
import { closeAll, json, until } from './support/company.ts';
import { usePerson } from './support/person.ts';

describe('A simulation in the demo account', () => {
  const person = usePerson();
  before(async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
  });
  beforeEach(() => vscode.commands.executeCommand(commands.exploreDemo));
  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand(commands.signOut);
  });

  let next = 30;
  /** Reads a person that was not read before: one that cannot be read is empty. */
  const isAnswered = async (): Promise<boolean> => {
    const uri = vscode.Uri.from({ scheme: 'pipedrive', path: `/demo/persons/${next++}.record` });
    return 'name' in json(await vscode.workspace.openTextDocument(uri));
  };
  const simulate = async (given: object): Promise<void> => vscode.commands.executeCommand(commands.simulate, given);

  it('ends by its time', async () => {
    assert.ok(await isAnswered());
    await simulate({ fault: 'token', seconds: 5 });
    assert.ok(!(await isAnswered()));
    await until(isAnswered);
  });

  it('ends by the command, and in another one’s place', async () => {
    await simulate({ fault: 'budget' });
    assert.ok(!(await isAnswered()));
    await simulate({ fault: 'token' });
    assert.ok(!(await isAnswered()));
    await vscode.commands.executeCommand(commands.endSimulation);
    assert.ok(await isAnswered());
  });

  it('ends for good, also where two were begun at once', async () => {
    const { setInterval: set, clearInterval: clear } = globalThis;
    const clocks = new Set<unknown>();
    Object.assign(globalThis, {
      setInterval: (...args: Parameters<typeof set>) => {
        const clock = set(...args);
        if (args[1] === 1000) clocks.add(clock);
        return clock;
      },
      clearInterval: (clock: Parameters<typeof clear>[0]) => {
        clocks.delete(clock);
        clear(clock);
      },
    });
    try {
      await Promise.all([simulate({ fault: 'token', seconds: 600 }), simulate({ fault: 'budget', seconds: 600 })]);
      assert.ok(!(await isAnswered()));
      await vscode.commands.executeCommand(commands.endSimulation);
      assert.ok(await isAnswered());
      // One that ran on would show each second a simulation that is over.
      assert.equal(clocks.size, 0);
    } finally {
      Object.assign(globalThis, { setInterval: set, clearInterval: clear });
    }
  });

  it('ends with the account that is signed out, and does not come back with it', async () => {
    await simulate({ fault: 'token', seconds: 600 });
    assert.ok(!(await isAnswered()));
    await vscode.commands.executeCommand(commands.signOut);
    await vscode.commands.executeCommand(commands.exploreDemo);
    assert.ok(await isAnswered());
    person.clear();
    await vscode.commands.executeCommand(commands.endSimulation);
    assert.deepEqual(person.heard, []);
    assert.ok(await isAnswered());
  });

  it('says what can be simulated, and for how long', async () => {
    await simulate({ fault: 'flood' });
    await person.hears(/^“flood” cannot be simulated\. .* burst, budget, away, token, conflict\.$/);
    await simulate({ fault: 'token', seconds: -1 });
    await person.hears(/“seconds” is a number from 1 to 3600/);
    assert.ok(await isAnswered());
  });

  it('is refused where the demo is not the account that is shown', async () => {
    await vscode.commands.executeCommand(commands.signOut);
    await simulate({ fault: 'token' });
    await person.hears(/^Only the demo account/);
  });
});
