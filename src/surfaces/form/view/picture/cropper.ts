import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import type { Crop } from '../../../../model/crop.ts';
import { words } from '../words.ts';
import { crop } from './crop.styles.ts';
import type { ReadyPicture } from './readPicture.ts';
import { keyed, middle, moved, pulled, type Corner, type Square } from './square.ts';

export { readPicture } from './readPicture.ts';

/** The sizes that Pipedrive makes of a picture. */
const sizes = [128, 512] as const;
const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];

/** How far an upload is, from 0 to 1. */
type Share = number;

/** Lets a person choose the square of a picture, over the form. */
class PictureCropper extends LitElement {
  static override readonly styles = [base, buttons, crop];

  @property({ attribute: false }) picture!: ReadyPicture;
  /** Set while it goes out. */
  @property({ attribute: false }) sent: Share | undefined;
  /** Why it did not become the picture. */
  @property({ attribute: false }) failure: string | undefined;
  @property({ attribute: false }) use: (crop: Crop) => void = () => undefined;
  /** Ends the upload where one is on its way, else closes. */
  @property({ attribute: false }) cancel: () => void = () => undefined;

  @state() private square: Square = { x: 0, y: 0, size: 0 };
  @state() private url = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('.square') private box!: HTMLElement;
  @query('.stage img') private image!: HTMLImageElement;
  #drag: { readonly from: Square; readonly x: number; readonly y: number; readonly corner: Corner | undefined } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.url = URL.createObjectURL(this.picture.file);
    this.square = middle(this.picture);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    URL.revokeObjectURL(this.url);
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    this.box.focus();
  }

  protected override updated(changed: PropertyValues): void {
    const { x, y, size } = this.square;
    const { width, height } = this.picture;
    const { style } = this.box;
    style.left = `${(x / width) * 100}%`;
    style.top = `${(y / height) * 100}%`;
    style.width = `${(size / width) * 100}%`;
    style.height = `${(size / height) * 100}%`;
    this.#preview();
    if (changed.has('failure') && this.failure !== undefined) this.box.focus();
  }

  /** Draws what Pipedrive will make of it. */
  #preview(): void {
    if (!this.image.complete || this.image.naturalWidth === 0) return;
    const { x, y, size } = this.square;
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const paper = canvas.getContext('2d');
      if (!paper) continue;
      paper.imageSmoothingQuality = 'high';
      paper.clearRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(this.image, x, y, size, size, 0, 0, canvas.width, canvas.height);
    }
  }

  get #busy(): boolean {
    return this.sent !== undefined;
  }

  #use(): void {
    const { x, y, size } = this.square;
    if (!this.#busy) this.use({ x, y, width: size, height: size });
  }

  readonly #key = (event: KeyboardEvent): void => {
    // The form around it has keys of its own.
    event.stopPropagation();
    if (event.target !== this.box || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(this.square, event.key, event.shiftKey, this.picture);
    if (next || event.key === 'Enter') event.preventDefault();
    if (next && !this.#busy) this.square = next;
    if (event.key === 'Enter') this.#use();
  };

  readonly #grab = (event: PointerEvent): void => {
    if (this.#busy || event.button !== 0) return;
    const corner = corners.find((one) => one === (event.target as HTMLElement).dataset['corner']);
    this.#drag = { from: this.square, x: event.clientX, y: event.clientY, corner };
    this.box.setPointerCapture(event.pointerId);
  };

  readonly #pull = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { from, x, y, corner } = this.#drag;
    const scale = this.picture.width / this.image.clientWidth;
    const right = (event.clientX - x) * scale;
    const down = (event.clientY - y) * scale;
    this.square = corner ? pulled(from, corner, right, down, this.picture) : moved(from, right, down, this.picture);
  };

  readonly #letGo = (): void => {
    this.#drag = undefined;
  };

  protected override render(): TemplateResult {
    const { x, y, size } = this.square;
    return html`<dialog
      aria-labelledby="title"
      @keydown=${this.#key}
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.cancel();
      }}
    >
      <h2 id="title">${words.picture.crop}</h2>
      <div class="parts">
        <div class="side">
          <div class="stage">
            <img src=${this.url} alt="" draggable="false" @load=${() => this.#preview()} />
            <div
              class="square"
              role="application"
              tabindex="0"
              aria-label=${words.picture.square}
              aria-describedby="keys"
              @pointerdown=${this.#grab}
              @pointermove=${this.#pull}
              @pointerup=${this.#letGo}
              @pointercancel=${this.#letGo}
            >
              ${corners.map((corner) => html`<span class="corner ${corner}" data-corner=${corner}></span>`)}
            </div>
          </div>
          <p id="keys" class="hint">${words.picture.keys}</p>
          <p class="heard" role="status" data-square=${`${x} ${y} ${size}`}>${words.picture.at(x, y, size)}</p>
        </div>
        ${sizes.map(
          (one) =>
            html`<figure class="s${one}">
              <canvas width=${one} height=${one} role="img" aria-label=${words.picture.preview(one)}></canvas>
              <figcaption class="hint">${words.picture.pixels(one)}</figcaption>
            </figure>`,
        )}
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="failure" role="alert" dir="auto">
              <vscode-icon name="error"></vscode-icon><span>${this.failure}</span>
            </p>`
      }
      <div class="foot">
        ${
          this.sent === undefined
            ? nothing
            : html`<label class="sending"
                ><span>${words.picture.sending}</span><progress max="1" .value=${this.sent}></progress
              ></label>`
        }
        <div class="actions">
          <vscode-button data-picture="use" ?disabled=${this.#busy} @click=${() => this.#use()}>${words.picture.use}</vscode-button>
          <vscode-button secondary data-picture="cancel" @click=${() => this.cancel()}>${words.picture.cancel}</vscode-button>
        </div>
      </div>
    </dialog>`;
  }
}

customElements.define('picture-cropper', PictureCropper);
