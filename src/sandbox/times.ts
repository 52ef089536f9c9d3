/** How the two versions write times. Both are UTC and whole seconds. */

/** Version 1: "2026-11-01 09:30:00". */
export function plainTime(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Version 2: "2026-11-01T09:30:00Z". */
export function zonedTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export function orNull<From, To>(value: From | null, show: (value: From) => To): To | null {
  return value === null ? null : show(value);
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists, such as 2026-02-28. */
export function isDay(text: string): boolean {
  const time = dayPattern.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads RFC 3339 without fractions of a second, as version 2 demands; undefined if it is not. */
export function readZonedTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Reads "2026-11-01 09:30:00" or anything ISO as UTC, as version 1 does; undefined if it is no time. */
export function readPlainTime(text: string): number | undefined {
  const iso = text.trim().replace(' ', 'T');
  const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? iso : `${iso}${iso.includes('T') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000) * 1000;
}
