import { isObject } from './isObject.ts';

/**
 * True where a JSON value says all that another says: an object may have more keys, a text other spaces around it.
 * What the other leaves open (`null`) may be anything.
 */
export function holds(there: unknown, said: unknown): boolean {
  if (said === null || said === undefined) return true;
  if (Array.isArray(said)) {
    return Array.isArray(there) && there.length === said.length && said.every((item, i) => holds(there[i], item));
  }
  if (isObject(said)) return isObject(there) && Object.keys(said).every((key) => holds(there[key], said[key]));
  return typeof said === 'string' && typeof there === 'string' ? said.trim() === there.trim() : Object.is(said, there);
}
