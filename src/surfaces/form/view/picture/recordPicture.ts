import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../../../shared/view/base.styles.ts';
import { buttons } from '../../../shared/view/buttons.styles.ts';
import type { Crop } from '../../../../model/crop.ts';
import type { FormCalls } from '../calls.ts';
import { words } from '../words.ts';
import { picture } from './picture.styles.ts';
import type { ReadyPicture } from './readPicture.ts';

type Phase = 'still' | 'reading' | 'asking' | 'removing';

/** The picture of a record in the head of its form, and what changes it. */
class RecordPicture extends LitElement {
  static override readonly styles = [base, buttons, picture];

  /** Which picture it is; `null` for none. */
  @property({ attribute: false }) version: number | null = null;
  @property({ attribute: false }) name = '';
  /** A codicon, in place of a picture. */
  @property({ attribute: false }) icon = '';
  @property({ attribute: false }) sent: { readonly bytes: number; readonly total: number } | undefined;
  @property({ attribute: false }) calls!: FormCalls;

  @state() private url: string | undefined;
  @state() private phase: Phase = 'still';
  @state() private failure: string | undefined;
  /** The picture there is could not be shown. */
  @state() private unshown = false;
  /** What is being cropped. */
  @state() private chosen: ReadyPicture | undefined;
  @state() private refused: string | undefined;
  @state() private dropping = false;
  @state() private said = '';
  @query('input') private input!: HTMLInputElement;
  #reading: AbortController | undefined;
  @state() private uploading: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading?.abort();
    this.#show(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('version')) void this.#read();
  }

  #show(url: string | undefined): void {
    if (this.url !== undefined) URL.revokeObjectURL(this.url);
    this.url = url;
  }

  async #read(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.unshown = false;
    if (this.version === null) return this.#show(undefined);
    try {
      const content = await this.calls.picture('picture', null, reading.signal);
      if (reading.signal.aborted) return;
      this.#show(
        content ? URL.createObjectURL(new Blob([content.bytes as Uint8Array<ArrayBuffer>], { type: content.type })) : undefined,
      );
    } catch {
      if (reading.signal.aborted) return;
      this.#show(undefined);
      this.unshown = true;
    }
  }

  /** Looks at a file and lets the person crop it; what is wrong with it is said here. */
  async #take(file: File | undefined): Promise<void> {
    if (!file || this.phase === 'reading' || this.phase === 'removing') return;
    this.phase = 'reading';
    this.failure = undefined;
    this.said = '';
    try {
      // Brought in with the first picture that is changed.
      const { readPicture } = await import('./cropper.ts');
      this.refused = undefined;
      this.chosen = await readPicture(file);
    } catch (error) {
      this.failure = sentenceOf(error);
    }
    this.phase = 'still';
  }

  readonly #use = async (crop: Crop): Promise<void> => {
    const { chosen } = this;
    if (!chosen || this.uploading) return;
    const uploading = new AbortController();
    this.sent = undefined;
    this.uploading = uploading;
    this.refused = undefined;
    try {
      const bytes = new Uint8Array(await chosen.file.arrayBuffer());
      await this.calls.picture('setPicture', { name: chosen.name, bytes, crop }, uploading.signal);
      this.#close();
      this.said = words.picture.changed;
    } catch (error) {
      this.refused = uploading.signal.aborted ? words.picture.cancelled : sentenceOf(error);
    }
    this.uploading = undefined;
  };

  readonly #cancel = (): void => {
    if (this.uploading) this.uploading.abort();
    else this.#close();
  };

  /** The focus goes back to what the picture was chosen by, also after a drop. */
  #close(): void {
    this.chosen = undefined;
    this.#focus('change');
  }

  #focus(what: 'change' | 'remove' | 'keep'): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-picture="${what}"]`)?.focus());
  }

  readonly #ask = (): void => {
    this.phase = 'asking';
    this.failure = undefined;
    this.#focus('keep');
  };

  readonly #keep = (): void => {
    this.phase = 'still';
    this.#focus('remove');
  };

  readonly #remove = async (): Promise<void> => {
    this.phase = 'removing';
    try {
      await this.calls.picture('removePicture', null);
      this.said = words.picture.removed;
    } catch (error) {
      this.failure = sentenceOf(error);
    }
    this.phase = 'still';
    this.#focus('change');
  };

  readonly #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.dropping = false;
    void this.#take(event.dataTransfer?.files[0]);
  };

  protected override render(): TemplateResult {
    return html`<div
        class="head ${this.dropping ? 'dropping' : ''}"
        @dragover=${this.#drag}
        @dragleave=${() => (this.dropping = false)}
        @drop=${this.#drop}
      >
        <div class="tile">
          ${
            this.url === undefined
              ? html`<vscode-icon name=${this.icon} size="32"></vscode-icon>`
              : html`<img src=${this.url} alt=${words.picture.of(this.name)} @error=${this.#broken} />`
          }
        </div>
        <div class="words">
          <slot></slot>
          ${this.phase === 'asking' || this.phase === 'removing' ? this.#question() : this.#buttons()}
        </div>
      </div>
      ${
        this.failure === undefined
          ? nothing
          : html`<p class="failure" role="alert" dir="auto">
              <vscode-icon name="error"></vscode-icon><span>${this.failure}</span>
            </p>`
      }
      <p class="heard" role="status">${this.said}</p>
      <input
        type="file"
        hidden
        accept="image/gif,image/jpeg,image/png"
        @change=${() => {
          const [file] = this.input.files ?? [];
          void this.#take(file);
          // The same file can be chosen again.
          this.input.value = '';
        }}
      />
      ${this.chosen ? this.#cropper(this.chosen) : nothing}`;
  }

  readonly #broken = (): void => {
    this.#show(undefined);
    this.unshown = true;
  };

  #buttons(): TemplateResult {
    const { version } = this;
    return html`<div class="changes">
      <button
        type="button"
        class="link-button"
        data-picture="change"
        ?disabled=${this.phase === 'reading'}
        @click=${() => this.input.click()}
      >
        ${version === null ? words.picture.add : words.picture.change}
      </button>
      ${
        version === null
          ? nothing
          : html`<button type="button" class="link-button" data-picture="remove" @click=${this.#ask}>${words.picture.remove}</button>`
      }
      ${
        this.unshown
          ? html`<span class="hint">${words.picture.unshown}</span>
              <button type="button" class="link-button" data-picture="again" @click=${() => this.#read()}>
                ${words.picture.again}
              </button>`
          : nothing
      }
    </div>`;
  }

  #question(): TemplateResult {
    const busy = this.phase === 'removing';
    return html`<div
      class="changes"
      role="group"
      aria-label=${words.picture.sure}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !busy) this.#keep();
      }}
    >
      <span class="question">${words.picture.sure}</span>
      <vscode-button data-picture="sure" ?disabled=${busy} @click=${this.#remove}>${words.picture.yes}</vscode-button>
      <vscode-button secondary data-picture="keep" ?disabled=${busy} @click=${this.#keep}>${words.picture.keep}</vscode-button>
    </div>`;
  }

  #cropper(chosen: ReadyPicture): TemplateResult {
    const { sent } = this;
    const share = sent && sent.total > 0 ? sent.bytes / sent.total : 0;
    return html`<picture-cropper
      .picture=${chosen}
      .sent=${this.uploading ? share : undefined}
      .failure=${this.refused}
      .use=${this.#use}
      .cancel=${this.#cancel}
    ></picture-cropper>`;
  }
}

customElements.define('record-picture', RecordPicture);

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
