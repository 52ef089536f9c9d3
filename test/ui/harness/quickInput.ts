import type { Locator, Page } from 'playwright-core';
import { comesUp } from './until.ts';

/** Quick picks and input boxes, the palette among them. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #widget(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }
  get #input(): Locator {
    return this.#widget.locator('.quick-input-box input');
  }

  async waitFor(): Promise<void> {
    await this.#input.waitFor();
  }
  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }
  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }
  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'detached' });
  }
  /** An entry by its label. */
  option(label: string): Locator {
    const exactly = this.#page.locator('.label-name', { hasText: new RegExp(`^\\s*${escape(label)}\\s*$`) });
    return this.#widget.getByRole('option').filter({ has: exactly }).first();
  }
  async choose(label: string): Promise<void> {
    await this.option(label).click();
  }
  /** The sentence below the box: a prompt, or what is wrong with the input. */
  message(): Promise<string> {
    return this.#widget.locator('.quick-input-message').innerText();
  }

  /** Whether an entry comes up within a second; similar ones come up in its stead. */
  async offers(label: string): Promise<boolean> {
    return comesUp(this.option(label), 1000);
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
