import { errors, type Locator, type Page } from 'playwright-core';
import { comesUp, until } from './until.ts';

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
  /** Whether it is open within two seconds. */
  async comesUp(): Promise<boolean> {
    return comesUp(this.#input, 2000);
  }
  /** Replaces what stands in the box. */
  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }
  /** The same where the box is there and stays; false where it closed, as it does when an editor takes the focus. */
  async typed(text: string): Promise<boolean> {
    try {
      await this.#input.fill(text, { timeout: 3000 });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }
  /** What stands in the box, and how much of it is selected. */
  async content(): Promise<{ text: string; selected: string }> {
    const { text, from, to } = await this.#input.evaluate(
      (input: { value: string; selectionStart: number | null; selectionEnd: number | null }) => ({
        text: input.value,
        from: input.selectionStart ?? 0,
        to: input.selectionEnd ?? 0,
      }),
    );
    return { text, selected: text.slice(from, to) };
  }
  async waitUntilGone(): Promise<void> {
    await this.#widget.waitFor({ state: 'detached' });
  }
  async accept(): Promise<void> {
    await this.#input.press('Enter');
  }
  async cancel(): Promise<void> {
    await until('the box was closed', async () => {
      // While one box takes the place of another a key may reach neither, and is pressed again.
      await this.#page.keyboard.press('Escape');
      return this.#goes();
    });
  }
  /** Whether it is gone within two seconds. */
  async #goes(): Promise<boolean> {
    try {
      await this.#widget.waitFor({ state: 'detached', timeout: 2000 });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }
  /** An entry by its label. */
  option(label: string): Locator {
    const exactly = this.#page.locator('.label-name', { hasText: new RegExp(`^\\s*${escape(label)}\\s*$`) });
    // Where several can be chosen an entry is a checkbox.
    const entries = this.#widget.getByRole('option').or(this.#widget.getByRole('checkbox'));
    return entries.filter({ has: exactly }).first();
  }
  async choose(label: string): Promise<void> {
    await this.option(label).click();
  }
  /** What stands over the box. */
  title(): Promise<string> {
    return this.#widget.locator('.quick-input-title').innerText();
  }
  /** The texts of the entries in sight: label, description and detail. */
  entries(): Promise<string[]> {
    return this.#widget.getByRole('option').allInnerTexts();
  }
  /** An entry by any of its texts. */
  entry(text: string | RegExp): Locator {
    return this.#widget.getByRole('option').filter({ hasText: text }).first();
  }
  /** A button of the box itself. */
  button(name: string | RegExp): Locator {
    return this.#widget
      .locator('.quick-input-titlebar, .quick-input-header')
      .getByRole('button', { name })
      .or(this.#widget.locator('.quick-input-header').getByRole('checkbox', { name }))
      .first();
  }
  /** A button of an entry; they show while the pointer is over it. */
  async entryAction(text: string | RegExp, name: string): Promise<void> {
    await this.entry(text).hover();
    await this.entry(text).getByRole('button', { name }).click();
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
