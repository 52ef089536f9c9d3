/** From one day to another, both `YYYY-MM-DD` and both inside. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

/** Periods that are named by where today stands, in the order they are offered. */
export const presets = ['last30Days', 'thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const;
export type Preset = (typeof presets)[number];

/** What a period is held against: nothing, as many days or whole months before it, the same days a year ago, any other days. */
export const comparisons = ['none', 'before', 'yearBefore', 'own'] as const;
export type Comparison = (typeof comparisons)[number];

const dayMs = 86_400_000;

interface Day {
  readonly year: number;
  /** From 0; any number, which counts on into other years. */
  readonly month: number;
  /** From 1; 0 is the last day of the month before. */
  readonly day: number;
}

const textOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const written = ({ year, month, day }: Day): string => textOf(Date.UTC(year, month, day));
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

function read(day: string): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, day: date };
}

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** So many whole months, the first of them beginning at `month`. */
const months = (year: number, month: number, count: number): Period => ({
  from: written({ year, month, day: 1 }),
  until: written({ year, month: month + count, day: 0 }),
});

/** Whether a text is a day that the calendar has. */
export function isDay(text: unknown): text is string {
  return (
    typeof text === 'string' && /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(msOf(text)) && textOf(msOf(text)) === text
  );
}

/** A moment's day by this computer's calendar. */
export function dayOf(moment: Date): string {
  return written({ year: moment.getFullYear(), month: moment.getMonth(), day: moment.getDate() });
}

/** @param today `YYYY-MM-DD` */
export function periodOf(preset: Preset, today: string): Period {
  const { year, month } = read(today);
  const quarter = month - (month % 3);
  switch (preset) {
    case 'last30Days':
      return { from: textOf(msOf(today) - 29 * dayMs), until: today };
    case 'thisMonth':
      return months(year, month, 1);
    case 'lastMonth':
      return months(year, month - 1, 1);
    case 'thisQuarter':
      return months(year, quarter, 3);
    case 'lastQuarter':
      return months(year, quarter - 3, 3);
    case 'thisYear':
      return months(year, 0, 12);
    case 'lastYear':
      return months(year - 1, 0, 12);
  }
}

/** A day so many months earlier; the last one of a shorter month. */
function earlier({ year, month, day }: Day, by: number): string {
  const longest = lastOf(year, month - by);
  return written({ year, month: month - by, day: Math.min(day, longest) });
}

/** The period to hold another against; none for no comparison. @param own the days of `own` */
export function comparedTo(comparison: Comparison, { from, until }: Period, own?: Period): Period | undefined {
  if (comparison === 'none') return undefined;
  if (comparison === 'own') return own;
  const [first, last] = [read(from), read(until)];
  const ends = last.day === lastOf(last.year, last.month);
  if (comparison === 'yearBefore') {
    const end = earlier(last, 12);
    // A whole February stays one.
    return { from: earlier(first, 12), until: ends ? written({ year: last.year - 1, month: last.month + 1, day: 0 }) : end };
  }
  if (first.day === 1 && ends) {
    const count = (last.year - first.year) * 12 + last.month - first.month + 1;
    return months(first.year, first.month - count, count);
  }
  const days = (msOf(until) - msOf(from)) / dayMs + 1;
  return { from: textOf(msOf(from) - days * dayMs), until: textOf(msOf(from) - dayMs) };
}
