import { l10n } from 'vscode';
import { applies, type Field } from '../../../model/field.ts';
import { displayText } from '../../../model/displayText.ts';
import { equalValues, fieldTypes, problemsOf, showValue, valueOf } from '../../../model/fieldTypes/index.ts';
import type { Values } from '../../../model/record.ts';
import type { Account } from '../../../account/types.ts';
import type { ParsedText } from '../../document/recordText.ts';
import { nameKey } from '../../../kinds/names.ts';
import { fieldTitle, titleOf } from '../../../kinds/title.ts';
import { isDraft } from '../../document/address.ts';
import { canWrite, refusedFields, type RecordState } from '../../document/state.ts';
import { wayOut } from '../../shared/apiVersion.ts';
import type { Choices } from './choices.ts';
import { historyTab } from './history/told.ts';
import { tabOf } from './related/listed.ts';
import type { FormAction, FormActionId, FormField, FormSection, FormState, FormTab } from '../messages.ts';

/** What the form is told beside the record's own state. */
export interface FormContext {
  readonly account: Account | undefined;
  /** The document's text as it was read. */
  readonly text: ParsedText;
  readonly dirty: boolean;
  /** What is known of the account's lists that fields choose from. */
  readonly choices: Choices;
}

/** The state of a form, made anew from what is known; nothing of it is kept. */
export function formState(state: RecordState, { account, text, dirty, choices }: FormContext): FormState {
  const { kind } = state.address;
  const draft = isDraft(state.address);
  const { values } = text;
  const title = documentTitle(state, text.all);
  if (state.blocked) return { phase: 'blocked', title, sentence: state.blocked.sentence, actions: blockedActions(state) };
  if (!values) {
    const sentence = l10n.t('The JSON of this document cannot be read. Correct it in the text editor; the form follows.');
    return { phase: 'blocked', title, sentence, actions: actions('openAsJson') };
  }
  if (state.fields.length === 0) return { phase: 'loading', title };
  const notice = noticeOf(state, dirty);
  return {
    phase: 'ready',
    title,
    kind: draft ? kind.words.create : kind.words.one,
    company: displayText(account?.company ?? '', 60),
    ...(account?.production && { production: l10n.t('Production') }),
    icon: kind.icon,
    ...pictureOf(state),
    sections: sections(state, values, choices),
    news: state.news,
    ...(draft ? { fresh: true } : {}),
    tabs: tabsOf(state),
    ...(state.locked ? { locked: state.locked } : {}),
    ...(notice ? { notice } : {}),
  };
}

/** A new record gets its picture once it is there. */
function pictureOf({ address, latest }: RecordState): Pick<Extract<FormState, { phase: 'ready' }>, 'picture'> {
  const { picture } = address.kind;
  if (!picture || !latest || isDraft(address)) return {};
  const id = latest.values[picture.key];
  return { picture: { id: typeof id === 'number' ? id : null } };
}

/** The fields' tab and those of what hangs off the record; none where there is nothing but fields. */
function tabsOf({ address, latest }: RecordState): readonly FormTab[] {
  if (isDraft(address)) return [];
  const { related = [], history } = address.kind;
  const beside = [...related.map((one) => tabOf(one, latest)), ...(history ? [historyTab(history)] : [])];
  return beside.length === 0 ? [] : [{ id: 'fields', label: l10n.t('Details'), panel: 'fields' }, ...beside];
}

/** The name of a document for its tab and its header. */
export function documentTitle(state: RecordState, values?: Values): string {
  const { address } = state;
  const { kind } = address;
  const shown = { ...state.latest?.values, ...values };
  if (isDraft(address)) {
    return displayText(kind.title({ id: address.draft, values: shown }), 200) || kind.words.create;
  }
  return titleOf(kind, { id: address.id, values: shown }, 200);
}

function sections(state: RecordState, values: Values, choices: Choices): readonly FormSection[] {
  // The picture stands in the head.
  const fields = state.fields.filter(({ key }) => key !== state.address.kind.picture?.key);
  const all = { ...state.latest?.values, ...values };
  const errors = refusedFields(state, values);
  const shown = fields.filter((field) => applies(field, all));
  const show = (field: Field) => formField(state, field, field.writable ? values : all, choices, errors);
  const own = new Set(state.known.filter((field) => field.writable || field.settable || field.reason).map(({ key }) => key));
  const found = [
    { id: 'standard', label: l10n.t('Details'), of: shown.filter(({ key, custom }) => own.has(key) && !custom) },
    { id: 'custom', label: l10n.t('Custom Fields'), of: shown.filter(({ key, custom }) => own.has(key) && custom) },
    {
      id: 'kept',
      label: l10n.t('Kept by Pipedrive'),
      of: shown.filter((field) => !own.has(field.key) && valueOf(field, all) !== null),
    },
  ];
  return found.filter((section) => section.of.length > 0).map(({ id, label, of }) => ({ id, label, fields: of.map(show) }));
}

function formField(
  state: RecordState,
  field: Field,
  values: Values,
  choices: Choices,
  errors: Readonly<Record<string, string>>,
): FormField {
  const value = valueOf(field, values);
  const changed = field.writable && state.base !== undefined && !equalValues(field, value, valueOf(field, state.base.values));
  const wrong = changed ? problemsOf(field, value) : [];
  const error = state.unfinished[field.key] ?? errors[field.key] ?? wrong[0]?.text;
  const parts = wrong.filter(({ at }) => at !== undefined);
  const conflict = state.conflicts.get(field.key);
  const text = (one: unknown) => (one === null ? '' : showValue(field, one, namesOf(state, field, one, choices)));
  return {
    key: field.key,
    label: fieldTitle(field, 120),
    type: field.type,
    value: value ?? fieldTypes[field.type].empty,
    text: text(value),
    options: choices.of(field),
    ...(field.columns ? { columns: field.columns.map((column) => columnOf(column, choices)) } : {}),
    ...(field.ordered ? { ordered: true } : {}),
    required: field.required || field.clearable === false,
    readOnly: !canWrite(state) || !field.writable,
    hint: hintOf(field),
    ...(error ? { error } : {}),
    ...(parts.length > 0 ? { wrong: parts } : {}),
    changed,
    ...(changed && !isDraft(state.address) ? { was: text(valueOf(field, state.base?.values ?? {})) } : {}),
    ...(conflict ? { conflict: { mine: text(conflict.mine), theirs: text(conflict.theirs), base: text(conflict.base) } } : {}),
  };
}

/** Why the field cannot be changed, else what it means. */
function hintOf({ writable, reason, description }: Field): string {
  if (!writable && reason) return reason;
  return description ? displayText(description, 400) : '';
}

/** A column with its name and its choices ready to be shown. */
function columnOf(column: Field, choices: Choices): Field {
  return { ...column, name: fieldTitle(column, 60), options: choices.of(column) };
}

/** The name behind an id: a user's, or one that was met here. */
function namesOf(state: RecordState, field: Field, id: unknown, choices: Choices): Readonly<Record<string, string>> {
  const of = fieldTypes[field.type].refersTo;
  if (!of) return {};
  const name = of === 'user' ? choices.of(field).find((one) => one.id === id)?.label : undefined;
  const known = name ?? state.names.get(nameKey(of, id));
  return known === undefined ? {} : { [field.key]: known };
}

function noticeOf(state: RecordState, dirty: boolean): Extract<FormState, { phase: 'ready' }>['notice'] {
  if (state.conflicts.size > 0) {
    return {
      severity: 'warning',
      sentence: state.refusal?.sentence ?? '',
      actions: actions('keepAllMine', 'takeAllTheirs'),
    };
  }
  if (!dirty && state.notices.length > 0) {
    return { severity: 'warning', sentence: state.notices.map(({ sentence }) => sentence).join(' '), actions: [] };
  }
  if (!state.refusal || !dirty) return undefined;
  return {
    severity: 'error',
    sentence: state.refusal.sentence,
    actions: actions(state.refusal.signedOut ? 'signIn' : state.refusal.gone ? 'createAnew' : 'save'),
  };
}

function blockedActions({ blocked }: RecordState): readonly FormAction[] {
  if (blocked?.reason === 'signedOut') return actions('signIn', 'retry');
  const way = wayOut(blocked?.error);
  return way ? [{ id: 'useOther', label: way.title }, ...actions('retry')] : actions('retry');
}

const words: Readonly<Record<FormActionId, () => string>> = {
  retry: () => l10n.t('Retry'),
  useOther: () => l10n.t('Use the Other Version'),
  signIn: () => l10n.t('Sign In'),
  openAsJson: () => l10n.t('Open as JSON'),
  save: () => l10n.t('Save Again'),
  saveAndClose: () => l10n.t('Save and Close'),
  createAnew: () => l10n.t('Create It Anew'),
  keepAllMine: () => l10n.t('Keep All Mine'),
  takeAllTheirs: () => l10n.t('Take All Theirs'),
};

const actions = (...ids: readonly FormActionId[]): readonly FormAction[] => ids.map((id) => ({ id, label: words[id]() }));
