const two = (part: number): string => String(part).padStart(2, '0');

/** A time of day as Pipedrive writes it, `14:30:00`, without seconds that are none: `14:30`. */
export function toClock(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(value) : null;
  if (!parts) return undefined;
  const [, hours, minutes, seconds = '00'] = parts;
  return seconds === '00' ? `${hours}:${minutes}` : `${hours}:${minutes}:${seconds}`;
}

/** `14:30` as Pipedrive writes it. */
export function fromClock(text: string): string {
  return text.length === 5 ? `${text}:00` : text.slice(0, 8);
}

/** A moment of RFC 3339 on the person's own clock and calendar, `2026-03-31T14:30`, to the second. */
export function toLocal(value: unknown): string | undefined {
  const moment = typeof value === 'string' ? new Date(value) : undefined;
  if (!moment || Number.isNaN(moment.valueOf())) return undefined;
  const day = `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const clock = toClock([moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':'));
  return `${day}T${clock ?? ''}`;
}

/** The moment, in UTC and whole seconds, at which the person's own clock and calendar show the text. */
export function fromLocal(text: string): string {
  return `${new Date(text).toISOString().slice(0, 19)}Z`;
}
