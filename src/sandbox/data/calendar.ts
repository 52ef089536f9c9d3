/** The day on which the made-up account stands still: all its history lies before it, but for its sales. */
export const referenceTime = Date.UTC(2026, 10, 2, 8, 0, 0);

export const day = 86_400_000;
export const minute = 60_000;

/** The morning up to which sales are made up, the last one before now, so that the last weeks have some whenever somebody looks. */
export const morningOf = (now: number): number => now - ((now - referenceTime) % day);

const written = new Map<number, string>();

/** "2026-11-02", some days from the reference day. Large companies ask for the same days again and again. */
export function dayFrom(days: number): string {
  const known = written.get(days);
  if (known !== undefined) return known;
  const text = dayOf(referenceTime + days * day);
  written.set(days, text);
  return text;
}

/** "2026-11-02", the day of a moment. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
