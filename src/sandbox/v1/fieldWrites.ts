import { creatableTypes, mostOptions, type NewField, newOptions, replaceOptions, takesOptions } from '../fieldRules.ts';
import type { Call } from '../operation.ts';
import type { Field, FieldEntity, FieldOption } from '../records.ts';
import { refuseV1 } from '../refusal.ts';
import { readBody, readFlag, readNumber, text } from './bodies.ts';

/** Fields that every account has can be neither changed nor deleted. */
export function demandOwn(field: Field): void {
  if (!field.custom) throw refuseV1(403, 'You do not have permissions to do this.');
}

/** The options of a body: `{label}` for a new one, with `id` for one that is kept. */
function readOptions(sent: unknown): { id: number | undefined; label: string }[] {
  if (!Array.isArray(sent)) throw refuseV1(400, 'Options must be given.');
  if (sent.length > mostOptions) throw refuseV1(400, 'Too many options.');
  return sent.map((entry) => {
    const body = readBody(entry);
    const label = text(body, 'label');
    if (!label?.trim()) throw refuseV1(400, 'Option label must be given.');
    return { id: readNumber(body, 'id'), label };
  });
}

export function readNewField({ body: sent }: Call, entity: FieldEntity): NewField {
  const body = readBody(sent);
  const name = text(body, 'name');
  if (!name?.trim()) throw refuseV1(400, 'Field name must be given.');
  const type = text(body, 'field_type');
  if (!type || !creatableTypes(entity, 'v1').includes(type)) throw refuseV1(400, 'Invalid field type.');
  const labels = takesOptions(type) ? readOptions(body['options']).map(({ label }) => label) : [];
  if (takesOptions(type) && labels.length === 0) throw refuseV1(400, 'Options must be given.');
  return { name, type, labels, shown: { addVisible: readFlag(body, 'add_visible_flag') ?? true } };
}

/** What an update changes. Options are the whole list: one that is left out is deleted. */
export function readFieldChange({ store, body: sent }: Call, before: Field): Partial<Field> {
  demandOwn(before);
  const body = readBody(sent);
  const change: Partial<Field> = {};
  const name = text(body, 'name');
  if ('name' in body && !name?.trim()) throw refuseV1(400, 'Field name must be given.');
  if (name) change.name = name;
  const visible = readFlag(body, 'add_visible_flag');
  if (visible !== undefined) change.addVisible = visible;
  if ('options' in body && takesOptions(before.type)) {
    const options = readOptions(body['options']).flatMap(({ id, label }): FieldOption[] => {
      if (id === undefined) return newOptions(store, [label]);
      const kept = before.options?.find((option) => Number(option.id) === id);
      if (!kept) throw refuseV1(400, `Option ${id} does not exist.`);
      return [{ ...kept, label }];
    });
    Object.assign(change, replaceOptions(before, options));
  }
  return change;
}
