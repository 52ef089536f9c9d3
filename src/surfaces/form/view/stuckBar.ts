/** Room between what is scrolled to and what stays above it, in pixels. */
const air = 12;

/**
 * The bar that stays at the top of the form. It has as many lines as the window's width and its news make it, so the
 * page is told what it covers: whatever takes the focus, or is brought into sight, comes to stand below it.
 */
export class StuckBar {
  #bar: HTMLElement | null = null;
  readonly #resized = new ResizeObserver(() => this.measure());

  constructor() {
    // In a low window the bar does not stay, and has the same size.
    window.addEventListener('resize', () => this.measure());
  }

  /** Goes on with the bar that is there now, if there is one. */
  watch(bar: HTMLElement | null): void {
    if (bar === this.#bar) return;
    this.#resized.disconnect();
    this.#bar = bar;
    if (bar) this.#resized.observe(bar);
    else this.measure();
  }

  /** For whoever is about to scroll, and cannot wait until the browser has told of a new size. */
  measure(): void {
    const stays = this.#bar !== null && getComputedStyle(this.#bar).position === 'sticky';
    const covered = stays ? (this.#bar?.offsetHeight ?? 0) : 0;
    document.documentElement.style.scrollPaddingBlockStart = `${covered + air}px`;
  }
}
