import { creatableTypes, type NewField, takesOptions } from '../fieldRules.ts';
import type { Field, FieldEntity } from '../records.ts';
import { refuseV2 } from '../refusal.ts';
import { type Body, BodyReader } from './bodies.ts';

/** Fields that every account has can be neither changed nor deleted. */
export function demandOwn(field: Field): void {
  if (!field.custom) throw refuseV2(403, 'System fields cannot be changed', 'ERR_FORBIDDEN');
}

type Shown = NonNullable<NewField['shown']>;

function visibilityKeys(entity: FieldEntity): string[] {
  return entity === 'product' ? ['ui_visibility'] : ['ui_visibility', 'important_fields', 'required_fields'];
}

function part(reader: BodyReader, name: string): Body | undefined {
  const sent = reader.body[name];
  if (sent === undefined) return undefined;
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Body;
  reader.problems.add(name, "Expected 'object'");
  return undefined;
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** Where a field is shown and whether it is asked for. */
function readShown(reader: BodyReader): Shown {
  const shown: Shown = {};
  const set = (name: 'addVisible' | 'detailsVisible' | 'important' | 'required', at: string, value: unknown): void => {
    if (value === undefined) return;
    if (typeof value === 'boolean') shown[name] = value;
    else reader.problems.add(at, "Expected 'boolean'");
  };
  const visibility = part(reader, 'ui_visibility');
  set('addVisible', 'ui_visibility.add_visible_flag', visibility?.['add_visible_flag']);
  set('detailsVisible', 'ui_visibility.details_visible_flag', visibility?.['details_visible_flag']);
  const dialog = visibility?.['show_in_add_deal_dialog'];
  if (dialog !== undefined) {
    const { show, order = null } = (dialog ?? {}) as Body;
    if (typeof show === 'boolean' && (order === null || isWhole(order))) shown.dealDialog = { show, order };
    else reader.problems.add('ui_visibility.show_in_add_deal_dialog', "Expected 'show' and 'order'");
  }
  const important = part(reader, 'important_fields');
  set('important', 'important_fields.enabled', important?.['enabled']);
  const stages = important?.['stage_ids'];
  if (Array.isArray(stages) && stages.every(isWhole)) shown.importantStages = stages;
  else if (stages !== undefined) reader.problems.add('important_fields.stage_ids', "Expected an array of 'integer'");
  set('required', 'required_fields.enabled', part(reader, 'required_fields')?.['enabled']);
  return shown;
}

export function readNewField(body: unknown, entity: FieldEntity): NewField {
  const reader = new BodyReader(body, ['field_name', 'field_type', 'options', ...visibilityKeys(entity)]);
  const name = reader.name('field_name', undefined);
  const type = reader.choice('field_type', creatableTypes(entity, 'v2')) ?? '';
  if (!reader.has('field_type')) reader.problems.add('field_type', 'Required');
  const options = reader.body['options'];
  const labels = Array.isArray(options) ? options.map((option) => (option as Body | null)?.['label']) : [];
  if (takesOptions(type) && labels.length === 0) reader.problems.add('options', 'Required for this field type');
  if (!takesOptions(type) && reader.has('options')) reader.problems.add('options', 'Not allowed for this field type');
  if (labels.some((label) => typeof label !== 'string' || label.trim() === ''))
    reader.problems.add('options', 'Label is required');
  const shown = readShown(reader);
  reader.problems.check();
  return { name, type, labels: labels as string[], shown };
}

/** What an update changes: neither code nor type, and options have operations of their own. */
export function readFieldChange(body: unknown, before: Field): Partial<Field> {
  demandOwn(before);
  const reader = new BodyReader(body, ['field_name', ...visibilityKeys(before.entity)]);
  const name = reader.name('field_name', before.name);
  const shown = readShown(reader);
  reader.problems.check();
  return { name, ...shown };
}
