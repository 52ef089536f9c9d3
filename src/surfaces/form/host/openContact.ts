import { env, Uri } from 'vscode';
import { linkOf } from '../../../model/contactLink.ts';
import type { Field } from '../../../model/field.ts';
import { valueOf } from '../../../model/fieldTypes/index.ts';
import { isObject } from '../../../model/isObject.ts';
import type { Values } from '../../../model/record.ts';

/**
 * Calls the phone number, or writes to the e-mail address, that the values hold. The view says only which one: no text
 * of a record's becomes a link unless it is one of these two.
 */
export async function openContact(fields: readonly Field[], values: Values, key: string, index: number): Promise<void> {
  const field = fields.find((one) => one.key === key);
  if (!field) return;
  const value = valueOf(field, values);
  const entry: unknown = Array.isArray(value) ? value[index] : value;
  const text = isObject(entry) ? entry['value'] : entry;
  const link = typeof text === 'string' ? linkOf(field.type, text) : undefined;
  if (link) await env.openExternal(Uri.from(link));
}
