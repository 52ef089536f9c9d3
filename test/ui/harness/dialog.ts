import type { Locator, Page } from 'playwright-core';

/** The modal question of the workbench. */
export class Dialog {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #box(): Locator {
    return this.#page.locator('.monaco-dialog-box');
  }
  /** Message and detail, once it is there. */
  async text(): Promise<string> {
    await this.#box.waitFor();
    return this.#box.locator('.dialog-message-container').innerText();
  }
  async click(button: string): Promise<void> {
    const [message = ''] = (await this.text()).split('\n');
    await this.#box.getByRole('button', { name: button, exact: true }).click();
    // The next question may stand there at once.
    await this.#box.filter({ hasText: message }).waitFor({ state: 'detached' });
  }
}
