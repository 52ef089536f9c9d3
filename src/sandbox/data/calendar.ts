/** The day on which the made-up account stands still: all its history lies before it. */
export const referenceTime = Date.UTC(2026, 10, 2, 8, 0, 0);

export const day = 86_400_000;
export const minute = 60_000;

const written = new Map<number, string>();

/** "2026-11-02", some days from the reference day. Large companies ask for the same days again and again. */
export function dayFrom(days: number): string {
  const known = written.get(days);
  if (known !== undefined) return known;
  const text = new Date(referenceTime + days * day).toISOString().slice(0, 10);
  written.set(days, text);
  return text;
}
