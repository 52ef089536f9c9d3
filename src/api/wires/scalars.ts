/** Small readings of loose values; each gives back what it got where it cannot read it. */

/** `"12"`, `12` → 12. */
export function toNumber(raw: unknown): unknown {
  return typeof raw === 'string' && /^-?\d{1,15}(?:\.\d{1,12})?$/.test(raw.trim()) ? Number(raw) : raw;
}

/** `true`, `1`, `"1"`, `"true"` → true, and their opposites. */
export function toBoolean(raw: unknown): unknown {
  if (raw === 1 || raw === '1' || raw === 'true') return true;
  if (raw === 0 || raw === '0' || raw === 'false') return false;
  return raw;
}

/** Version 1's `YYYY-MM-DD HH:MM:SS` (UTC) → RFC 3339; its empty and all-zero times → null. */
export function toTime(raw: unknown): unknown {
  if (raw === '' || raw === '0000-00-00 00:00:00') return null;
  if (typeof raw !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(raw)) return raw;
  return `${raw.slice(0, 10)}T${raw.slice(11)}Z`;
}

/** RFC 3339 in UTC, fractions dropped → version 1's spelling. */
export function fromTime(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(value);
  return match === null ? value : `${match[1]} ${match[2]}`;
}

/** Whether two JSON values hold the same. Keys may stand in another order. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(other, key) && sameJson((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** The 40 characters of a custom field's key. */
export const customKey = /^[0-9a-f]{40}$/;

/** The parts of an address, as both versions name them. */
export const addressParts = [
  ...(['subpremise', 'street_number', 'route', 'sublocality', 'locality'] as const),
  ...(['admin_area_level_1', 'admin_area_level_2', 'country', 'postal_code', 'formatted_address'] as const),
];
