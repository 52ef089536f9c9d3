import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './company.ts';

type Message = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

/** A message as a person meets it, and which of its buttons is taken. */
export interface Asked {
  readonly text: string;
  readonly detail: string;
  readonly modal: boolean;
  readonly buttons: readonly string[];
}

/**
 * Stands in for the person before messages, which no window shows in these tests: hears each, and takes the button that
 * the test wants of those whose text fits. Input boxes and picks are VS Code's own.
 */
class Person {
  readonly heard: Asked[] = [];
  readonly #answers: { readonly text: RegExp; readonly button: string }[] = [];
  #input: vscode.InputBox | undefined;
  #pick: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  readonly #done = new WeakSet<object>();

  /** Takes a button of the next message that fits. */
  takes(button: string, text: RegExp): void {
    this.#answers.push({ text, button });
  }

  /** Waits for a message that fits. */
  async hears(text: RegExp): Promise<Asked> {
    const found = () => this.heard.find((asked) => text.test(asked.text));
    await until(() => found() !== undefined);
    const asked = found();
    assert.ok(asked);
    return asked;
  }

  /** Types into the box that is open, or about to be, and hands it in. */
  async types(text: string): Promise<vscode.InputBox> {
    const box = await this.#open(() => this.#input);
    box.value = text;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return box;
  }

  /** Checks the entries of these labels, and no others, and hands that in. */
  async picks(...labels: readonly string[]): Promise<void> {
    const pick = await this.#open(() => this.#pick);
    await until(() => pick.items.length > 0);
    const wanted = pick.items.filter(({ label }) => labels.includes(label));
    assert.equal(wanted.length, labels.length);
    const shown = new Promise((resolve) => pick.onDidChangeSelection(resolve));
    pick.selectedItems = wanted;
    await shown;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  /** Takes the entry of this label from the pick that offers it, as soon as one does. */
  async chooses(label: string): Promise<void> {
    const offered = () => this.#pick?.items.find((item) => item.label === label);
    await until(() => offered() !== undefined);
    const [pick, item] = [this.#pick, offered()];
    assert.ok(pick && item);
    // The window makes one of them active by itself, and tells so.
    await until(() => pick.activeItems.length > 0);
    if (pick.activeItems[0]?.label !== label) {
      const active = new Promise<void>((resolve) =>
        pick.onDidChangeActive((now) => (now[0]?.label === label ? resolve() : undefined)),
      );
      pick.activeItems = [item];
      await active;
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  /** The box that was opened last. */
  get box(): vscode.InputBox | undefined {
    return this.#input;
  }

  /** The entries of the pick that is open. */
  rows(): readonly vscode.QuickPickItem[] {
    return this.#pick?.items ?? [];
  }

  /** What stands in the pick that is open, beside its entries. */
  get asked(): string {
    return `${this.#pick?.title ?? ''}\n${this.#pick?.placeholder ?? ''}`;
  }

  /** Checks entries as `picks` does, or none, in the pick of several that offers all of them, as soon as one does. */
  async checks(...labels: readonly string[]): Promise<void> {
    const offered = (label: string) => this.#pick?.items.some((item) => item.label === label);
    await until(() => this.#pick?.canSelectMany === true && !this.#done.has(this.#pick) && labels.every(offered));
    if (this.#pick) this.#done.add(this.#pick);
    if (labels.length > 0) return this.picks(...labels);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }

  /** Types into the pick that is open, or about to be, and takes the entry that this finds. */
  async searches(text: string, label: string): Promise<void> {
    await this.looksFor(text, label);
  }

  /** Types into the search that is open, or about to be, and takes what this finds. */
  async looksFor(text: string, label: string): Promise<void> {
    (await this.#open(() => this.#pick)).value = text;
    await this.chooses(label);
  }

  /** The same in a pick that searches and comes after another. */
  async searchesFor(text: string, label: string): Promise<void> {
    await until(() => /Type at least/.test(this.#pick?.items[0]?.description ?? ''));
    if (this.#pick) this.#pick.value = text;
    await this.chooses(label);
  }

  answer(asked: Asked): string | undefined {
    this.heard.push(asked);
    const place = this.#answers.findIndex(({ text, button }) => text.test(asked.text) && asked.buttons.includes(button));
    return place < 0 ? undefined : this.#answers.splice(place, 1)[0]?.button;
  }

  opened(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>): void {
    if ('items' in input) this.#pick = input;
    else this.#input = input;
  }

  clear(): void {
    this.heard.length = 0;
    this.#answers.length = 0;
    this.#input = undefined;
    this.#pick = undefined;
  }

  async #open<T extends vscode.QuickInput>(input: () => T | undefined): Promise<T> {
    await until(() => input() !== undefined && input()?.busy === false);
    const found = input();
    assert.ok(found);
    return found;
  }
}

/** For the tests of one `describe`: a person before VS Code's messages, boxes and picks. */
export function usePerson(): Person {
  const person = new Person();
  const window = vscode.window as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  const messages: readonly Message[] = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'];
  const inputs = ['createInputBox', 'createQuickPick'] as const;
  const before_ = new Map([...messages, ...inputs].map((name) => [name, window[name]]));
  before(() => {
    for (const name of messages) {
      window[name] = async (text, ...more) => {
        const options = more.find((one) => typeof one === 'object') as vscode.MessageOptions | undefined;
        const buttons = more.filter((one): one is string => typeof one === 'string');
        const asked = { text: String(text), detail: options?.detail ?? '', modal: options?.modal ?? false, buttons };
        return person.answer(asked);
      };
    }
    for (const name of inputs) {
      window[name] = () => {
        const input = before_.get(name)?.call(vscode.window) as vscode.InputBox;
        person.opened(input);
        return input;
      };
    }
  });
  beforeEach(() => person.clear());
  after(() => {
    for (const [name, own] of before_) if (own) window[name] = own;
  });
  return person;
}
