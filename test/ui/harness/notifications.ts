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
  texts(): Promise<string[]> {
    return this.#page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }
  async click(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }
  async dismiss(text: string | RegExp): Promise<void> {
    const toast = this.toast(text);
    await toast.hover();
    await toast.getByRole('button', { name: /^Clear Notification/ }).click();
    await toast.waitFor({ state: 'detached' });
  }
}
