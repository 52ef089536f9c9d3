import type { ReactiveController, ReactiveControllerHost } from 'lit';

const stop = 'input, textarea, select, button, vscode-button, [tabindex="0"]';
const busy = ':disabled, [disabled]';
/** What belongs together: whoever was at one part of it goes on at another. */
const whole = '[data-field], [data-item], [data-event], .adder';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/**
 * Keeps the focus where a person is working: a browser drops it without a word when a button is disabled while its work is
 * done, or is gone afterwards. It comes back to the button, else to what stands beside it. Who left by themselves is left alone.
 */
export class KeepFocus implements ReactiveController {
  readonly #host: Host;
  #left: { readonly at: HTMLElement; readonly all: readonly HTMLElement[]; readonly near: readonly HTMLElement[] } | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#back);
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#back);
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    // On the root, because the element itself does not hear of a move inside it. Adding it again does nothing.
    renderRoot.addEventListener('focusin', this.#came);
    renderRoot.addEventListener('focusout', this.#went);
    this.#take();
  }

  #take(): void {
    const left = this.#left;
    if (!left || !document.hasFocus() || document.activeElement !== document.body) return;
    // What is disabled is busy, and waited for.
    if ([left.at, ...left.near].some((one) => one.isConnected && one.matches(busy))) return;
    [left.at, ...left.near, ...left.all].find(canTake)?.focus({ preventScroll: true });
  }

  /** After a question of VS Code's; a click that brought the focus has its say first. */
  readonly #back = (): void => void requestAnimationFrame(() => this.#take());

  readonly #came = ({ target }: Event): void => {
    if (!(target instanceof HTMLElement) || !target.matches(stop)) return void (this.#left = undefined);
    const all = stopsOf(this.#host.renderRoot);
    const place = all.indexOf(target);
    const group = target.closest(whole);
    const onward = [...all.slice(place + 1), ...all.slice(0, place).reverse()];
    this.#left = { at: target, all: onward, near: group ? stopsOf(group).filter((one) => one !== target) : [] };
  };

  readonly #went = ({ target }: Event): void => {
    // It is told of an element that is being taken away before that is gone.
    queueMicrotask(() => {
      if (this.#left?.at === target && canTake(this.#left.at)) this.#left = undefined;
    });
  };
}

const stopsOf = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(stop)].filter(({ tabIndex }) => tabIndex >= 0);

const canTake = (one: HTMLElement): boolean => one.isConnected && !one.matches(busy) && one.getClientRects().length > 0;
