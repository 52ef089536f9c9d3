import type { FrameLocator, Page } from 'playwright-core';

/** The inside of a custom editor: locate in it as in a page. */
export type Webview = FrameLocator;

export function webview(page: Page, index: number): Webview {
  // VS Code keeps a webview in a frame inside a frame; the inner one is replaced while it loads.
  return page.locator('iframe.webview:visible').nth(index).contentFrame().frameLocator('#active-frame');
}
