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

/** A key of a custom field, and what stands behind it where it is the key of a part. */
export interface CustomName {
  readonly key: string;
  readonly suffix: string | undefined;
}

/** Every row of an account repeats the same names, so each is taken apart once; null where it is no custom field's. */
const names = new Map<string, CustomName | null>();

/** Takes `<40 characters>` or `<40 characters>_<suffix>` apart; undefined for every other name. */
export function customName(name: string): CustomName | undefined {
  if (name.length < 40) return undefined;
  const known = names.get(name);
  if (known !== undefined) return known ?? undefined;
  const match = /^([0-9a-f]{40})(?:_(\w+))?$/.exec(name);
  const parsed = match === null ? null : { key: match[1] ?? '', suffix: match[2] };
  if (names.size >= 10_000) names.clear();
  names.set(name, parsed);
  return parsed ?? undefined;
}

/** Whether a key is a custom field's own, not one of its parts'. */
export function isCustomKey(name: string): boolean {
  return name.length === 40 && customName(name) !== undefined;
}
