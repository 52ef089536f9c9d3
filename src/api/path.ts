import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';

/** A number, a field's code or a UUID; no dot and no slash, so that an id can never lead to another path. */
const id = /^[A-Za-z0-9_-]+$/;

/**
 * Fills the `{name}` places of an operation's path.
 * @throws PipedriveError `invalid` where a value is no id
 */
export function pathOf(template: string, params: Readonly<Record<string, string | number>> = {}): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    if (!id.test(value)) throw new PipedriveError('invalid', sentences.noSuchRecord());
    return value;
  });
}
