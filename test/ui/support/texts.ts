import type { Locator } from 'playwright-core';

/** A text that a person sees or is read, and the element that has it. */
export interface Text {
  readonly text: string;
  readonly where: string;
}

/** What the tests' types lack of the page. */
interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}
interface PageElement extends PageNode {
  readonly tagName: string;
  readonly className: unknown;
  readonly shadowRoot: PageNode | null;
  getAttribute(name: string): string | null;
}

/** Runs in the page: the texts of an element and of all in it, a line for what stands in one block. */
function textsIn(roots: readonly unknown[]): Text[] {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle: (element: PageElement) => { display: string; visibility: string };
  };
  const found: Text[] = [];
  const tell = (text: string, where: string) => {
    if (text.trim() !== '') found.push({ text, where });
  };
  const nodes = (node: PageNode, line: string[]) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) line.push(child.textContent ?? '');
      if (child.nodeType === 1) visit(child as PageElement, line);
    }
  };
  const visit = (element: PageElement, around: string[]) => {
    const tag = element.tagName.toLowerCase();
    const name = `${tag}.${String(element.className).trim().replaceAll(/\s+/g, '.')}`;
    const { display, visibility } = getComputedStyle(element);
    const isChoice = tag === 'option' || tag === 'optgroup';
    if (['script', 'style', 'textarea'].includes(tag) || (!isChoice && (display === 'none' || visibility === 'hidden'))) return;
    for (const attribute of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label']) {
      tell(element.getAttribute(attribute) ?? '', `${name}[${attribute}]`);
    }
    // What is only heard stands in its line, although it is taken out of it to be unseen.
    const isInline = (/^(inline|contents)/.test(display) && !isChoice) || name.includes('heard');
    const line = isInline ? around : [];
    // What is emphasized in a word is no word of its own.
    const isPart = name.includes('highlight');
    if (isInline && !isPart) line.push('\n');
    if (element.shadowRoot) nodes(element.shadowRoot, line);
    nodes(element, line);
    if (isInline && !isPart) line.push('\n');
    if (!isInline) tell(line.join(''), name);
  };
  for (const root of roots) {
    const line: string[] = [];
    visit(root as PageElement, line);
    tell(line.join(''), 'root');
  }
  return found;
}

export const texts = (place: Locator): Promise<Text[]> => place.evaluateAll(textsIn);

/** Letters of English; the window's own language has none of them, so that dates and numbers are not taken for it. */
export const english = /\p{Script=Latin}{2}/u;

/** The lines of an editor from the top down, as one text. */
export const linesOf = (lines: Locator): Promise<string> =>
  lines.evaluateAll((all: { textContent: string | null; getBoundingClientRect(): { top: number } }[]) =>
    all
      .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
      .map(({ textContent }) => textContent ?? '')
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  );

/** What of a text stands outside the marks of the pseudo-language; a mark without its other half is told, too. */
export function unmarked(text: string): string[] {
  const rest: string[] = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '⟧') depth -= 1;
    if (depth === 0 && letter !== '⟦' && letter !== '⟧') rest[rest.length - 1] += letter;
    if (letter === '⟦') {
      depth += 1;
      rest.push('');
    }
  }
  if (depth !== 0) rest.push(`cut: ${text}`);
  return rest
    .flatMap((part) => part.split('\n'))
    .map((part) => part.replaceAll('\u00a0', ' '))
    .filter((part) => english.test(part));
}
