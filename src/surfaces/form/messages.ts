import type { Crop } from '../../model/crop.ts';
import type { Field, Option } from '../../model/field.ts';
import type { FieldType } from '../../model/fieldTypes/fieldType.ts';
import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';
import type { Drafts, RelatedItem } from '../../model/related.ts';
import type { Sentence } from '../../model/sentence.ts';

/** One field as the form shows it. All words are ready to be read; nothing here is HTML. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldTypeId;
  /** In the model's shape for the type; `null` or an empty list when unset. */
  readonly value: unknown;
  /** The value as text: names for ids, labels for options. */
  readonly text: string;
  readonly options: readonly Option[];
  /** Of a `rows` field: what each row holds, named and with its choices ready to be shown. */
  readonly columns?: readonly Field[];
  /** Of a `rows` field: its rows can be moved. */
  readonly ordered?: true;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Why it cannot be edited, or what the field means; may be empty. */
  readonly hint: string;
  /** What is wrong with the value, by our check or Pipedrive's. */
  readonly error?: string;
  /** The parts of the value that are wrong, each with its sentence: the cells of a table. */
  readonly wrong?: readonly Sentence[];
  /** Differs from what Pipedrive holds. */
  readonly changed: boolean;
  /** What it was before the change, as text; empty for unset. */
  readonly was?: string;
  /** Set while both sides changed this field; texts of the three values. */
  readonly conflict?: { readonly mine: string; readonly theirs: string; readonly base: string };
}

export interface FormSection {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly FormField[];
}

/** A type of activities. */
export interface ActivityChoice {
  readonly id: string;
  readonly label: string;
}

/** A list of what hangs off the record, as it can be asked for and added to. Words are ready to be read. */
export interface RelatedList {
  readonly none: string;
  /** What the list leaves out. */
  readonly note?: string;
  readonly choices: readonly {
    readonly id: string;
    readonly label: string;
    readonly options: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** The form in which a new item is asked for. */
  readonly adds?: keyof Drafts;
  /** What can be chosen for a new activity until the company's own types are known. */
  readonly types?: readonly ActivityChoice[];
  /** What the button that takes an item away says. */
  readonly removal?: string;
}

/** What happened to the record, as it can be asked for. */
export type HistoryList = Pick<RelatedList, 'none' | 'note' | 'choices'> & {
  /** Whether the record can be compared with what it was. */
  readonly compares: boolean;
};

/** A tab of the form: the record's own fields, or a list of what hangs off it. */
export type FormTab = {
  /** Tells it from the record's other tabs: `notes`. */
  readonly id: string;
  readonly label: string;
  /** How many there are, where the record tells. */
  readonly count?: number;
} & (
  | { readonly panel: 'fields' }
  | { readonly panel: 'related'; readonly list: RelatedList }
  | { readonly panel: 'history'; readonly list: HistoryList }
);

export type PanelId = FormTab['panel'];

/** One item of such a list, ready to be read. */
export interface ListedItem extends Omit<RelatedItem, 'details' | 'caution'> {
  readonly details: readonly string[];
  readonly caution?: string;
}

export interface ListedPage {
  readonly items: readonly ListedItem[];
  /** Continues it; absent at the end. */
  readonly next?: string;
}

/** One event of the record's history, ready to be read. */
export interface ToldEvent {
  readonly id: string;
  readonly icon: string;
  /** RFC 3339. */
  readonly time: string;
  readonly what: string;
  readonly title?: string;
  readonly who?: string;
  readonly text?: string;
  /** A value that changed; texts are empty for unset. */
  readonly change?: { readonly name: string; readonly before: string; readonly after: string };
  /** Set where the value before can be put back, or could but for a reason. */
  readonly restore?: { readonly reason?: string };
}

export interface ToldPage {
  readonly items: readonly ToldEvent[];
  readonly next?: string;
}

/** What the host answers about the record's history. An event is named as it was told. */
export type HistoryCalls = {
  events(
    input: { readonly cursor?: string; readonly chosen: Readonly<Record<string, string>> },
    signal: AbortSignal,
  ): Promise<ToldPage>;
  /** Puts the value before a change into the document, as one undo step. Answers whether that changed anything. */
  restore(input: { readonly id: string }): Promise<boolean>;
  /** Compares the record as it was after an event with what it is now. */
  compareWith(input: { readonly id: string }): Promise<void>;
};

/** What the whole form shows at once. */
export type FormState =
  | { readonly phase: 'loading'; readonly title: string }
  /** No record to show: signed out, gone, unreachable, or the JSON does not parse. */
  | {
      readonly phase: 'blocked';
      readonly title: string;
      readonly sentence: string;
      readonly actions: readonly FormAction[];
    }
  | {
      readonly phase: 'ready';
      readonly title: string;
      /** `Person`, `New person`. */
      readonly kind: string;
      readonly company: string;
      /** Says that the account is production. */
      readonly production?: string;
      readonly icon: string;
      /** Where its record may have a picture: tells it from the one before; `null` where there is none. */
      readonly picture?: { readonly id: number | null };
      /** Its record is not in Pipedrive yet. */
      readonly fresh?: true;
      /** Why nothing of it can be changed. */
      readonly locked?: string;
      readonly sections: readonly FormSection[];
      /** Another one once something new was told of the record. */
      readonly news: number;
      /** The fields' first; empty where nothing hangs off the record. */
      readonly tabs: readonly FormTab[];
      /** A notice above the fields: a refused save, a conflict. */
      readonly notice?: {
        readonly severity: 'warning' | 'error';
        readonly sentence: string;
        readonly actions: readonly FormAction[];
      };
    };

export type FormActionId =
  | 'retry'
  | 'useOther'
  | 'signIn'
  | 'openAsJson'
  | 'save'
  | 'saveAndClose'
  | 'createAnew'
  | 'keepAllMine'
  | 'takeAllTheirs';
export interface FormAction {
  readonly id: FormActionId;
  readonly label: string;
}

/** A choice found by searching: an organization or a person. */
export interface Found {
  readonly id: number;
  readonly name: string;
  readonly detail?: string;
}

/** A list of the account's that fields choose from. */
export type Source = NonNullable<FieldType['choices']>;

/** What stood in a control, not committed yet. */
export interface FlushedEdit {
  readonly key: string;
  /** As typed where it is no value of the field's type; the present value where what is typed cannot be had. */
  readonly value: unknown;
  /** Why it is no value, for a save to be refused with; the control keeps what was typed and says so too. */
  readonly problem?: string;
}

/** What is typed for a new item, or for another text of one, and not sent yet. */
export type Half = Readonly<Record<string, string>>;

/** What the host answers about what hangs off the record. Each names the tab, and the item in it. */
export type RelatedCalls = {
  list(
    input: { readonly tab: string; readonly cursor?: string; readonly chosen: Readonly<Record<string, string>> },
    signal: AbortSignal,
  ): Promise<ListedPage>;
  openItem(input: { readonly tab: string; readonly id: string }): Promise<void>;
  /** Saves a file where the person says. */
  saveItem(input: { readonly tab: string; readonly id: string }): Promise<void>;
  /** Asks where that is due. Answers whether it is gone. */
  removeItem(input: { readonly tab: string; readonly id: string }): Promise<boolean>;
  changeItem(input: { readonly tab: string; readonly id: string; readonly text: string }): Promise<ListedItem>;
  tickItem(input: { readonly tab: string; readonly id: string; readonly done: boolean }): Promise<ListedItem>;
  addItem(input: { readonly tab: string; readonly draft: Drafts['note'] | Drafts['activity'] }): Promise<ListedItem>;
  /** What a new activity can be, as the company has it. */
  activityTypes(input: { readonly tab: string }, signal: AbortSignal): Promise<readonly ActivityChoice[]>;
  /** Lets the person choose what is added: a file, a user. None where nothing was chosen. */
  chooseItem(input: { readonly tab: string }): Promise<readonly ListedItem[]>;
  /** Attaches a file that was dropped. */
  attachFile(input: { readonly tab: string; readonly name: string; readonly bytes: Uint8Array }): Promise<ListedItem>;
  /** Attaches a file that was dropped by its address, as VS Code's own lists give it. None where the person was asked and said no. */
  attachAddress(input: { readonly tab: string; readonly uri: string }): Promise<ListedItem | null>;
  /** Keeps what is half-typed, until it is sent or emptied; also over a closed form. */
  keepHalf(input: { readonly tab: string; readonly half: Half }): Promise<void>;
  half(input: { readonly tab: string }): Promise<Half>;
};

/** What the host answers about the record's picture. */
export type PictureCalls = {
  /** The bytes of the picture, for an image element; `null` where there is none. */
  picture(input: null, signal: AbortSignal): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>;
  /** Cancelled by the signal. The form is shown anew once it is done. */
  setPicture(
    input: { readonly name: string; readonly bytes: Uint8Array; readonly crop: Crop },
    signal: AbortSignal,
  ): Promise<void>;
  removePicture(input: null): Promise<void>;
};

/** What the host answers. */
export type HostCalls = RelatedCalls &
  HistoryCalls &
  PictureCalls & {
    /** The view is there; the host answers with the state and pushes each later one. */
    ready(input: null): Promise<FormState>;
    /** One undo step. `value` is in the model's shape for the field's type; `null` or `[]` clears. */
    edit(input: { readonly key: string; readonly value: unknown }): Promise<void>;
    /** Undoes the last step, or does it again, once the edits that were sent before are in the document. */
    step(input: { readonly back: boolean }): Promise<void>;
    /** Puts back what the field was before it was changed; one undo step. */
    putBack(input: { readonly key: string }): Promise<void>;
    /** Settles a conflict of one field. */
    choose(input: { readonly key: string; readonly side: 'mine' | 'theirs' }): Promise<void>;
    /** Names that match, for a field whose type refers to something; cancelled by the signal. */
    search(input: { readonly type: FieldTypeId; readonly term: string }, signal: AbortSignal): Promise<readonly Found[]>;
    /** Reads the account's list that a control chooses from; the fields are shown anew when it has come. */
    choices(input: { readonly of: Source }): Promise<void>;
    /** Opens a phone number or an e-mail address of the document's in the program for it. */
    open(input: { readonly key: string; readonly index: number }): Promise<void>;
    act(input: { readonly action: FormActionId }): Promise<void>;
  };

/** What the view answers. */
export type ViewCalls = {
  show(input: FormState): void;
  /** Brings a field into sight and the focus into it. */
  attend(input: { readonly key: string }): void;
  /** Before a save: what is typed but not committed yet. */
  flush(input: null): readonly FlushedEdit[];
  /** How much of a new picture's file has gone out. */
  pictureSent(input: { readonly bytes: number; readonly total: number }): void;
};
