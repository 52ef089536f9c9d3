import type { Locator, Page } from 'playwright-core';

/** Messages at the window's lower right. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A message that contains a text. */
  toast(text: string | RegExp): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text }).first();
  }
  async waitFor(text: string | RegExp): Promise<string> {
    const message = this.toast(text).locator('.notification-list-item-message');
    await message.waitFor();
    return message.innerText();
  }
  /** Takes a button of a message that contains a text, once it is there. */
  async click(text: string | RegExp, button: string): Promise<void> {
    // Buttons show while the pointer is over the message.
    await this.toast(text).hover();
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }
}
