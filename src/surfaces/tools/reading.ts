import type { PipedriveRecord } from '../../model/record.ts';
import type { Field } from '../../model/field.ts';
import { showValue, valueOf } from '../../model/fieldTypes/index.ts';
import { isDay } from '../../model/fieldTypes/date.ts';
import { kinds } from '../../kinds/index.ts';
import { shortestTerm } from '../../kinds/searching.ts';
import { fieldTitle, titleOf } from '../../kinds/title.ts';
import { shapedFor } from '../document/state.ts';
import { asData, Mistake } from './answers.ts';
import { meant } from './meant.ts';
import type { Bench } from './parts.ts';
import type { Input } from './schemas.ts';
import { kindNamed, recordNamed } from './target.ts';

const mostHits = 25;
const mostOptions = 40;

export async function search({ room, accountId, signal, size }: Bench, { term, kind }: Input<'search'>): Promise<string> {
  const shortest = shortestTerm({});
  if (term.trim().length < shortest) throw new Mistake(`The term needs at least ${shortest} characters. Give a longer one.`);
  const asked = kind === undefined ? kinds.filter((one) => one.search) : [kindNamed(kind)];
  const { records } = room.documents;
  const rows = await Promise.all(
    asked.map(async (one) => {
      if (!one.search) {
        const words = kinds.filter((other) => other.search).map(({ words }) => words.many.toLowerCase());
        throw new Mistake(
          `Pipedrive has no search for ${one.words.many.toLowerCase()}; it searches ${words.join(' and ')}. Read it by its exact name instead.`,
        );
      }
      const { items } = await records.search(one, accountId, { term: term.trim() }, { signal, limit: mostHits });
      return items
        .slice(0, mostHits)
        .map(({ id, name, detail, organization }) => ({ kind: one.id, id, name, detail, organization }));
    }),
  );
  const found = rows.flat();
  if (found.length === 0) return 'Nothing was found. Try another spelling or a part of the name.';
  return asData(found, size, 'Search by a longer term to see the others.');
}

export async function getRecord(bench: Bench, { kind: word, record }: Input<'get'>): Promise<string> {
  const { room, accountId, signal, size } = bench;
  const { records, names } = room.documents;
  const kind = kindNamed(word);
  const id = await recordNamed(records, kind, accountId, record, signal);
  const [known, found] = await Promise.all([
    records.fields(kind, accountId, { signal }),
    records.get({ accountId, kind, id }, { signal }),
  ]);
  const fields = shapedFor(kind, known, found);
  const named = await names.of(accountId, fields, found);
  const rows = fields.filter((field) => valueOf(field, found.values) !== null).map((field) => shown(field, found, named));
  return asData([{ kind: kind.id, id, name: titleOf(kind, found) }, ...rows], size, 'The rest of this record did not fit.');
}

/** A value under its field's name; rows keep their ids, by which a proposal names them. */
const shown = (field: Field, { values }: PipedriveRecord, names: Readonly<Record<string, string>>): object => ({
  [fieldTitle(field)]: field.type === 'rows' ? valueOf(field, values) : showValue(field, values[field.key], names),
});

export async function describeFields({ room, accountId, signal, size }: Bench, { kind: word }: Input<'fields'>): Promise<string> {
  const kind = kindNamed(word);
  const fields = await room.documents.records.fields(kind, accountId, { signal });
  const rows = fields.map(({ options, ...field }) => ({
    name: fieldTitle({ ...field, options }),
    ...(!field.custom && { key: field.key }),
    type: field.type,
    ...(field.required && { required: true }),
    ...(!field.writable && (field.settable ? { onlyOnNew: true } : { readOnly: field.reason ?? true })),
    ...(field.columns && { columns: field.columns.map(({ key, type }) => `${key} (${type})`) }),
    ...(options.length > 0 && { options: options.slice(0, mostOptions).map(({ label }) => label) }),
    ...(options.length > mostOptions && { moreOptions: options.length - mostOptions }),
  }));
  return asData(rows, size, 'A field that is not shown can be named all the same.');
}

export async function getFigures(bench: Bench, { pipeline, from, until, user }: Input<'figures'>): Promise<string> {
  const { room, accountId, signal, size } = bench;
  if (!isDay(from) || !isDay(until) || until < from) {
    throw new Mistake('“from” and “until” must be days such as 2026-03-31, “until” not before “from”.');
  }
  const { records } = room.documents;
  const kind = kinds.find((one) => one.statistics);
  if (!kind?.statistics) throw new Mistake('There are no statistics.');
  const { statistics } = kind;
  const session = await records.session(accountId);
  const id = await recordNamed(records, kind, accountId, pipeline, signal);
  const [record, steps, { users, mine }] = await Promise.all([
    records.get({ accountId, kind, id }, { signal }),
    statistics.steps(session, id, { signal }),
    statistics.users(session, { signal }),
  ]);
  const all = users.map((one) => ({ of: one.id, spelled: [one.name, String(one.id)] as const }));
  const userId = user === undefined ? mine : meant('user', String(user), all);
  const { conversion, movement } = await statistics.numbers(session, id, { from, until, userId }, { signal });
  const stage = (of: number): string => steps.find((one) => one.id === of)?.label || `stage ${of}`;
  const dealsOf = users.find((one) => one.id === userId)?.name ?? `user ${userId}`;
  const counted = ({ count, values }: typeof movement.won) => ({ deals: count, values });
  const { started, won, lost, open, moved, averageAge, averageAgeByStage } = movement;
  return asData(
    [
      { pipeline: titleOf(kind, record), id, from, until, dealsOf },
      { started: counted(started), won: counted(won), lost: counted(lost), open: counted(open), movesBetweenStages: moved },
      { wonPercent: conversion.won, lostPercent: conversion.lost, averageAgeInDays: averageAge },
      ...conversion.stages.map((row) => ({ from: stage(row.from), to: stage(row.to), percent: row.rate })),
      ...averageAgeByStage.map(({ stageId, days }) => ({ stage: stage(stageId), averageAgeInDays: days })),
    ],
    size,
  );
}
