import { l10n } from 'vscode';
import { PipedriveError } from '../../api/errors.ts';
import type { Field } from '../../model/field.ts';
import type { PipedriveRecord, Values } from '../../model/record.ts';
import { changedFields, standing, threeWay, unmoved } from '../../model/threeWay.ts';
import { displayText } from '../../model/displayText.ts';
import type { RecordAddress } from '../../kinds/records.ts';
import { fieldTitle } from '../../kinds/title.ts';
import { Refusal, unlinked } from '../shared/problems.ts';
import { quoted } from '../shared/quoted.ts';
import { isDraft } from './address.ts';
import { create } from './creating.ts';
import { refuseDeleted } from './deleted.ts';
import type { RecordDocuments } from './documents.ts';
import { fieldProblems } from './problems.ts';
import { parseText } from './recordText.ts';
import { noticeKept, noticing, type RecordState, type RefusedSave } from './state.ts';

/**
 * Saves a document's text: checks it, merges it with what Pipedrive holds now, sends the smallest
 * update. Any refusal rejects, so that the document stays dirty.
 */
export class Save {
  readonly #documents: RecordDocuments;

  constructor(documents: RecordDocuments) {
    this.#documents = documents;
  }

  async run(state: RecordState, text: string): Promise<void> {
    let mine: Values = {};
    try {
      const guarded = state.guard?.();
      if (guarded !== undefined) throw new Refused({ sentence: guarded, fields: {}, values: mine });
      await this.#ready(state);
      mine = this.#read(state, text);
      if (isDraft(state.address)) await create(this.#documents, state, mine);
      else await this.#update(state, mine);
      state.refusal = undefined;
      state.guard = undefined;
      state.conflicts.clear();
    } catch (error) {
      if (error instanceof Refused) {
        state.refusal = error.refusal;
        throw new Refusal(inToast(error.refusal.sentence));
      }
      if (!PipedriveError.is(error)) throw error;
      state.refusal = {
        sentence: error.message,
        fields: error.fields,
        values: mine,
        signedOut: PipedriveError.is(error, 'signedOut', 'unauthorized'),
        gone: !isDraft(state.address) && PipedriveError.is(error, 'notFound', 'gone'),
      };
      throw new Refusal(inToast(state.refusal.sentence), { cause: error });
    }
  }

  /** A restored document may be saved before its form has opened, or while the account was signed out. */
  async #ready(state: RecordState): Promise<void> {
    const document = this.#documents.document(state.uri);
    if (!state.base && document) await this.#documents.restore(document);
    if (state.fields.length === 0) await this.#documents.describe(state);
    if (state.blocked && state.base) state.blocked = undefined;
  }

  /** The values of a text; what Pipedrive would refuse is refused here, at its field. */
  #read(state: RecordState, text: string): Values {
    const parsed = parseText(state.fields, text);
    const [problem] = parsed.problems;
    if (!parsed.values || problem) {
      throw new Refused({ sentence: problem ? problem.sentence.text : '', fields: {}, values: {}, inText: true });
    }
    const { values } = parsed;
    const [unfinished] = Object.values(state.unfinished);
    if (unfinished !== undefined) throw new Refused({ sentence: unfinished, fields: state.unfinished, values });
    const changed = isDraft(state.address)
      ? state.fields.filter((field) => field.writable)
      : changedFields(state.fields, state.base?.values ?? {}, values);
    const wrong = fieldProblems(changed, parsed, state.latest?.values).map((one) => [one.field.key, one.sentence.text] as const);
    const [first] = wrong;
    // Of a field with several wrong parts, the first one's sentence.
    if (first) throw new Refused({ sentence: first[1], fields: Object.fromEntries(wrong.toReversed()), values });
    return values;
  }

  async #update(state: RecordState, mine: Values): Promise<void> {
    const { records } = this.#documents;
    const { address, fields } = state;
    if (isDraft(address)) return;
    if (state.base && changedFields(fields, state.base.values, mine).length === 0) return this.#unchanged(state, mine);

    const theirs = await records.get(address);
    refuseDeleted(state.base?.values, mine, theirs.values);
    state.base ??= lostBase(fields, mine, theirs);
    const { changes, conflicts } = threeWay(fields, state.base.values, mine, theirs.values, state.answered);
    if (conflicts.length > 0) {
      state.latest = theirs;
      void this.#documents.name(state);
      state.conflicts = new Map(conflicts.map((conflict) => [conflict.field.key, conflict]));
      throw new Refused({ sentence: conflictSentence(conflicts.map((conflict) => conflict.field)), fields: {}, values: mine });
    }
    const sent = Object.keys(changes).length > 0;
    this.#saved(state, mine, sent ? await this.#send(state, address, theirs, changes) : theirs, changes);
  }

  /** Nothing to save: a text that was brought back to where it began may lack what a colleague changed since. */
  #unchanged(state: RecordState, mine: Values): void {
    if (!state.latest || changedFields(state.fields, mine, state.latest.values).length === 0) return;
    state.unread = true;
    state.touch(state.latest);
  }

  async #send(state: RecordState, address: RecordAddress, theirs: PipedriveRecord, changes: Values): Promise<PipedriveRecord> {
    const { records } = this.#documents;
    try {
      const done = state.fields.filter(({ key, unsure }) => key in changes && !unsure).map(({ key }) => [key, changes[key]]);
      const written = await records.update(address, theirs, changes, noticing(state));
      const answer = over({ ...theirs.values, ...Object.fromEntries(done) }, written);
      noticeKept(state, unmoved(state.fields, changes, theirs.values, answer.values));
      return answer;
    } catch (error) {
      // What was done of it is no colleague's change: the next save goes on from there.
      if (PipedriveError.is(error) && error.record && state.base) {
        const { values } = error.record;
        const done = Object.keys(changes).map((key) => [key, values[key]]);
        state.base = standing(state.fields, { ...error.record, values: { ...state.base.values, ...Object.fromEntries(done) } });
        await this.#documents.keep(state);
      }
      throw error;
    }
  }

  /** The text now stands on what was saved; where the answer says more than the text, VS Code reads again. */
  #saved(state: RecordState, mine: Values, answer: PipedriveRecord, changes: Values): void {
    const { fields } = state;
    state.latest = answer;
    const led = Object.keys(changes).map((key) => [key, answer.values[key]] as const);
    state.answered = { ...state.answered, ...Object.fromEntries(led) };
    void this.#documents.name(state);
    state.touch(answer);
    const written = fields.filter((field) => field.writable).map((field) => [field.key, mine[field.key] ?? null]);
    state.base = standing(fields, { ...answer, values: { ...answer.values, ...Object.fromEntries(written) } });
    if (changedFields(fields, mine, answer.values).length > 0) {
      state.unread = true;
      state.touch(answer);
    } else {
      state.base = standing(fields, answer);
    }
  }
}

/** VS Code puts the sentence into a notification, where a field's name must make no link. */
const inToast = (sentence: string): string => unlinked(displayText(sentence, 600));

/**
 * The answer to an update leaves out what Pipedrive only counts when asked, and may leave out what is empty.
 * @param known the values of the record that was read just before, with what was written in their place
 */
function over(known: Values, answer: PipedriveRecord): PipedriveRecord {
  return { ...answer, values: { ...known, ...answer.values } };
}

/**
 * Where a restored document's base is lost, nobody knows which side changed a field that differs:
 * it stands on a value that neither has, so that each difference is a conflict to choose from.
 */
function lostBase(fields: readonly Field[], mine: Values, theirs: PipedriveRecord): PipedriveRecord {
  const lost = changedFields(fields, theirs.values, mine).map((field) => [field.key, '\u0000'] as const);
  return standing(fields, { ...theirs, values: { ...theirs.values, ...Object.fromEntries(lost) } });
}

/** Inside a save: refused by ourselves, before or instead of sending. */
class Refused extends Error {
  readonly refusal: RefusedSave;
  constructor(refusal: RefusedSave) {
    super(refusal.sentence);
    this.refusal = refusal;
  }
}

function conflictSentence(fields: readonly Field[]): string {
  const names = fields.map((field) => quoted(fieldTitle(field))).join(', ');
  return l10n.t('A colleague changed {0} meanwhile, too. Choose which value to keep, then save again.', names);
}
