import type { Field, Option } from '../../model/field.ts';
import type { FieldType } from '../../model/fieldTypes/fieldType.ts';
import type { FieldTypeId } from '../../model/fieldTypes/ids.ts';

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
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Why it cannot be edited, or what the field means; may be empty. */
  readonly hint: string;
  /** What is wrong with the value, by our check or Pipedrive's. */
  readonly error?: string;
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
      readonly icon: string;
      /** Why nothing of it can be changed. */
      readonly locked?: string;
      readonly sections: readonly FormSection[];
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

/** What the host answers. */
export type HostCalls = {
  /** The view is there; the host answers with the state and pushes each later one. */
  ready(input: null): Promise<FormState>;
  /** One undo step. `value` is in the model's shape for the field's type; `null` or `[]` clears. */
  edit(input: { readonly key: string; readonly value: unknown }): Promise<void>;
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
};
