import { l10n, type Uri } from 'vscode';
import type { Notice, WriteOptions } from '../../api/types.ts';
import { type Field, forNew } from '../../model/field.ts';
import { equalValues, valueOf } from '../../model/fieldTypes/index.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import type { Conflict } from '../../model/threeWay.ts';
import type { Kind } from '../../kinds/index.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { isDraft, type DocumentAddress } from './address.ts';
import type { KeptBase } from './bases.ts';

/** What the last save was refused for, until the document changes there or is saved. */
export interface RefusedSave {
  /** The whole, as one sentence. */
  readonly sentence: string;
  /** Sentences by field key. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the document held: a field that was changed since is no longer the refused one. */
  readonly values: Values;
  /** The text itself could not be taken; where, is underlined in it as it stands. */
  readonly inText?: true;
  /** Signing in is what helps. */
  readonly signedOut?: boolean;
  /** The record was deleted; making it anew is what helps. */
  readonly gone?: boolean;
}

/** Why there is no record to show. */
export interface Blocked {
  readonly sentence: string;
  readonly reason: 'signedOut' | 'gone' | 'failed';
  /** What went wrong, for the way out it knows of. */
  readonly error?: unknown;
}

/** A text that VS Code takes for clean, and the record it stands on. */
export interface Standing {
  readonly text: string;
  readonly record: PipedriveRecord;
}

/** A form that is open on a document. */
export interface OpenForm {
  /** By field key, why what stands in a control is no value yet; a save is refused with it. */
  readonly unfinished: Readonly<Record<string, string>>;
  /** Brings what is typed but not committed into the text. */
  flush(): Promise<void>;
}

/**
 * All that is known of one open document beside its text, which VS Code holds.
 * `base` is what the text stands on, `latest` what Pipedrive last answered: they part when an answer
 * brings a colleague's change that the text has not taken in.
 */
export class RecordState {
  readonly uri: Uri;
  readonly address: DocumentAddress;
  /** The kind's fields, before what this record makes of them. */
  known: readonly Field[] = [];
  /** Names of the ids that were met here, by `nameKey`: in the record, in a colleague's change, in a search. */
  readonly names = new Map<string, string>();
  base: PipedriveRecord | undefined;
  latest: PipedriveRecord | undefined;
  /** What our own saves led to since the document was read, of the fields they wrote; the text may not say all of it yet. */
  answered: Values | undefined;
  /** What `readFile` gave last and no write came after; the document stands on it once it is clean and shows it. */
  served: Standing | undefined;
  /** What was saved last; the same for it, as VS Code drops what it has read when the document was edited meanwhile. */
  written: Standing | undefined;
  /** An answer whose text VS Code has not read yet; the next `readFile` needs no request. */
  unread = false;
  blocked: Blocked | undefined;
  /** Deleted by this window; VS Code strikes its tab through. */
  removed = false;
  refusal: RefusedSave | undefined;
  /** The base that lies on disk. */
  kept: PipedriveRecord | undefined;
  /** The forms that show the document. */
  readonly forms = new Set<OpenForm>();
  conflicts = new Map<string, Conflict>();
  /** Why the text is not to be saved as things stand, asked at each save: what was proposed waits for a person. */
  guard: (() => string | undefined) | undefined;
  /** A draft's creation that was sent and may have happened. */
  sent: KeptBase['sent'];
  /** A spent draft's record. */
  created: PipedriveRecord | undefined;
  /** The text VS Code believes to be on disk. */
  text = '';
  mtime = 0;
  /** How often something new was told of the record: by a save, a reading, another surface. */
  news = 0;

  /** What Pipedrive passed over in the last save without refusing it. */
  notices: readonly Notice[] = [];
  #shaped: { readonly known: readonly Field[]; readonly by: unknown; readonly fields: readonly Field[] } | undefined;

  constructor(uri: Uri, address: DocumentAddress) {
    this.uri = uri;
    this.address = address;
  }

  /** The fields as they are for this record: the same list as long as nothing they depend on has changed. */
  get fields(): readonly Field[] {
    const record = isDraft(this.address) ? undefined : (this.latest ?? this.base);
    if (this.#shaped?.known !== this.known || this.#shaped.by !== record) {
      this.#shaped = { known: this.known, by: record, fields: this.#shape(record) };
    }
    return this.#shaped.fields;
  }

  /** Why the record cannot be changed. */
  get locked(): string | undefined {
    return this.latest && !isDraft(this.address) ? this.address.kind.locked?.(this.latest) : undefined;
  }

  #shape(record: PipedriveRecord | undefined): readonly Field[] {
    const { kind } = this.address;
    if (isDraft(this.address)) return forNew(kind.fieldsOf?.(this.known, undefined) ?? this.known);
    return record ? shapedFor(kind, this.known, record) : this.known;
  }

  /** What is no value yet, of all forms. */
  get unfinished(): Readonly<Record<string, string>> {
    return Object.assign({}, ...[...this.forms].map((form) => form.unfinished)) as Readonly<Record<string, string>>;
  }

  /** Raises the version: to the server's time where that is later, else by one. Never by the clock. */
  touch(record: PipedriveRecord | undefined): void {
    const updated = Date.parse(String(record?.values['update_time'] ?? record?.values['add_time'] ?? ''));
    this.news += 1;
    this.mtime = Math.max(this.mtime + 1, Number.isNaN(updated) ? 0 : updated);
  }
}

/** The kind's fields as they are for one record; none of a locked one can be written. */
export function shapedFor(kind: Kind, known: readonly Field[], record: PipedriveRecord): readonly Field[] {
  const fields = kind.fieldsOf?.(known, record) ?? known;
  return kind.locked?.(record) ? fields.map((field) => ({ ...field, writable: false })) : fields;
}

/** Whether the kind lets the document be saved. */
export function canWrite({ address, locked }: RecordState): boolean {
  const { create, update } = address.kind;
  return (isDraft(address) ? create : update) !== undefined && !locked;
}

/** The sentences of a refused save whose field still holds the refused value. */
export function refusedFields({ fields, refusal }: RecordState, now: Values): Readonly<Record<string, string>> {
  if (!refusal) return {};
  const isStill = (key: string): boolean => {
    const field = fields.find((one) => one.key === key);
    return !field || equalValues(field, valueOf(field, refusal.values), valueOf(field, now));
  };
  return Object.fromEntries(Object.entries(refusal.fields).filter(([key]) => isStill(key)));
}

/** For a write: keeps what Pipedrive passes over, for the form to say. */
export function noticing(state: RecordState): WriteOptions {
  state.notices = [];
  return {
    notice: (notice) => {
      state.notices = [...state.notices, notice];
    },
  };
}

/** What a write left as it was, beside what was said of it already. */
export function noticeKept(state: RecordState, fields: readonly Field[]): void {
  state.notices = withKept(state.notices, fields);
}

export function withKept(notices: readonly Notice[], kept: readonly Field[]): readonly Notice[] {
  const said = new Set(notices.map(({ field }) => field));
  return [
    ...notices,
    ...kept
      .filter(({ key }) => !said.has(key))
      .map((field) => ({ field: field.key, sentence: l10n.t('Pipedrive kept “{0}” as it was.', fieldTitle(field)) })),
  ];
}
