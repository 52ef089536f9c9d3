import { language } from './language.ts';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

const dates = () => new Intl.DateTimeFormat(language(), { dateStyle: 'medium' });
const moments = () => new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });

/** A day or a moment as it is read; what is neither stays as it came. */
export function whenText(time: string): string {
  const parts = day.exec(time);
  if (parts) return dates().format(new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? time : moments().format(moment);
}

const days = () => new Intl.DateTimeFormat(language(), { dateStyle: 'full' });
const clock = () => new Intl.DateTimeFormat(language(), { timeStyle: 'short' });

/** The day of a moment, by this computer's calendar, and the time of that day; what is no moment stays as it came. */
export function dayAndTime(time: string): { readonly day: string; readonly clock: string } {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime())
    ? { day: time, clock: '' }
    : { day: days().format(moment), clock: clock().format(moment) };
}

/** Whether a day is over, by this computer's calendar. */
export function isOver(time: string, now = new Date()): boolean {
  const parts = day.exec(time);
  if (!parts) return false;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + 1) <= now;
}
