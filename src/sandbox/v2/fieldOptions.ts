import { changeField, mostOptions, newOptions, replaceOptions, takesOptions } from '../fieldRules.ts';
import type { Answer, Call } from '../operation.ts';
import type { Field, FieldOption } from '../records.ts';
import { Problems } from '../refusal.ts';
import { answer } from './answers.ts';
import type { Body } from './bodies.ts';
import { demandOwn } from './fieldWrites.ts';

const longestLabel = 255;

/** The bare list that these operations take: all of it is right, or nothing is done. */
function readList(call: Call, field: Field, wants: { id: boolean; label: boolean }): { id: number; label: string }[] {
  demandOwn(field);
  const problems = new Problems();
  if (!takesOptions(field.type)) problems.add('field_code', 'Field has no options');
  if (!Array.isArray(call.body) || call.body.length === 0) problems.add('body', "Expected non-empty 'array'");
  problems.check();
  const rows = (call.body as Body[]).map((row, n) => {
    const { id, label } = row;
    if (wants.id && !field.options?.some((option) => option.id === id))
      problems.add(`${n}.id`, `Option '${String(id)}' does not exist`);
    if (wants.label && (typeof label !== 'string' || label.trim() === '' || label.length > longestLabel)) {
      problems.add(`${n}.label`, "Expected non-empty 'string'");
    }
    return { id: Number(id), label: String(label) };
  });
  problems.check();
  return rows;
}

function touched(options: readonly FieldOption[]): Answer {
  return answer(
    options.map(({ id, label }) => ({ id, label })),
    { additional_data: null },
  );
}

export function addOptions(call: Call, field: Field): Answer {
  const labels = readList(call, field, { id: false, label: true }).map(({ label }) => label);
  const problems = new Problems();
  if ((field.options?.length ?? 0) + labels.length > mostOptions) problems.add('body', 'Too many options');
  problems.check();
  const added = newOptions(call.store, labels);
  changeField(call.store, field, { options: [...(field.options ?? []), ...added] });
  return touched(added);
}

export function renameOptions(call: Call, field: Field): Answer {
  const names = new Map(readList(call, field, { id: true, label: true }).map(({ id, label }) => [id, label]));
  const options = (field.options ?? []).map((option) => ({ ...option, label: names.get(Number(option.id)) ?? option.label }));
  changeField(call.store, field, { options });
  return touched(options.filter(({ id }) => names.has(Number(id))));
}

export function removeOptions(call: Call, field: Field): Answer {
  const ids = new Set(readList(call, field, { id: true, label: false }).map(({ id }) => id));
  const gone = (field.options ?? []).filter(({ id }) => ids.has(Number(id)));
  const kept = (field.options ?? []).filter(({ id }) => !ids.has(Number(id)));
  changeField(call.store, field, replaceOptions(field, kept));
  return touched(gone);
}
