import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import type { Workbench } from '../harness/index.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The frame that holds the form in sight, once its fonts are there. */
export async function formFrame(window: Workbench): Promise<Frame> {
  const inner = await window.webview().locator('main').elementHandle();
  const owner = await inner?.ownerFrame();
  assert.ok(owner);
  await owner.evaluate('document.fonts.ready');
  return owner;
}

/** What a machine can find in the form that keeps somebody from using it. */
export async function barriers(window: Workbench): Promise<string[]> {
  const frame = await formFrame(window);
  if (!(await frame.evaluate<boolean>('"axe" in globalThis'))) await frame.evaluate(await readFile(axe, 'utf8'));
  // Of what passes only the number is of use, and that is not asked.
  const found = await frame.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** By how many pixels the form is wider than its room. */
export async function overflow(window: Workbench): Promise<number> {
  const frame = await formFrame(window);
  return frame.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/**
 * Words that a page breaks in two for want of room, as it may break addresses and the like: those of letters only and of
 * no more than 18 of them. A label that is squeezed until a letter is left of each line is found by its first word.
 */
export async function brokenWords(window: Workbench): Promise<string[]> {
  const frame = await formFrame(window);
  return frame.evaluate<string[]>(findBroken);
}

/** Runs in the page. A string, because the tests' types know no page. */
const findBroken = `(() => {
  const found = new Set();
  const range = document.createRange();
  const look = (text) => {
    const { parentElement } = text;
    if (!parentElement?.checkVisibility({ visibilityProperty: true }) || parentElement.closest('.heard, style, textarea, option')) return;
    for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
      if (!/^[\\p{Script=Latin}():*]{2,18}$/u.test(word)) continue;
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.add(word);
    }
  };
  const walk = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) look(texts.currentNode);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot);
  };
  walk(document);
  return [...found];
})()`;
