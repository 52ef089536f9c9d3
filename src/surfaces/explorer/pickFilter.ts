import { CancellationError, l10n, window, type QuickPickItem } from 'vscode';
import type { Chosen } from '../../kinds/listed/listed.ts';

/** One character as a person counts them. */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const isOne = (text: string): boolean => [...graphemes.segment(text)].length === 1;

/** Asks for one letter. @throws CancellationError when the person leaves */
export async function askLetter(title: string, value = ''): Promise<string> {
  const typed = await window.showInputBox({
    ...{ title, value, prompt: l10n.t('The first letter of the name') },
    validateInput: (text) => (isOne(text.trim()) ? undefined : l10n.t('Type one letter.')),
  });
  if (typed === undefined) throw new CancellationError();
  return typed.trim().toLocaleLowerCase();
}

/** The filter by a first letter. */
export async function pickLetter(title: string, chosen: Chosen | undefined): Promise<Chosen> {
  const letter = await askLetter(title, chosen?.label);
  return { query: { first_char: letter }, label: letter.toLocaleUpperCase() };
}

const day = 24 * 60 * 60_000;

interface Past extends QuickPickItem {
  /** Absent where the days are asked for. */
  readonly days?: number;
}

/** Asks from which day until which one something was changed. @throws CancellationError when the person leaves */
export async function pickSpan(title: string, now: number): Promise<Chosen | undefined> {
  const any = { label: l10n.t('Any time') };
  const between = { label: l10n.t('Between two days…') };
  const items: Past[] = [
    any,
    { label: l10n.t('Today'), days: 0 },
    { label: l10n.t('The last 7 days'), days: 7 },
    { label: l10n.t('The last 30 days'), days: 30 },
    between,
  ];
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Changed when?') });
  if (!picked) throw new CancellationError();
  if (picked === any) return undefined;
  if (picked.days !== undefined) return span(spelled(new Date(now - picked.days * day)), '');
  const from = await askDay(title, l10n.t('From which day on? Empty: from the beginning'), () => undefined);
  const until = await askDay(title, l10n.t('Until which day, itself included? Empty: until now'), (last) =>
    last !== '' && last < from ? l10n.t('That is before {0}.', from) : undefined,
  );
  return from === '' && until === '' ? undefined : span(from, until);
}

/** Days by this computer's calendar, the last one included. */
function span(from: string, until: string): Chosen {
  const query = {
    ...(from !== '' && { updated_since: instant(from, 0) }),
    ...(until !== '' && { updated_until: instant(until, 1) }),
  };
  const label = until === '' ? l10n.t('since {0}', from) : from === '' ? l10n.t('until {0}', until) : `${from} – ${until}`;
  return { query, label };
}

async function askDay(title: string, prompt: string, refuse: (text: string) => string | undefined): Promise<string> {
  const typed = await window.showInputBox({
    ...{ title, prompt, placeHolder: l10n.t('YYYY-MM-DD') },
    validateInput: (text) => {
      const given = text.trim();
      return given === '' || isDay(given) ? refuse(given) : l10n.t('Type a day as YYYY-MM-DD, or nothing.');
    },
  });
  if (typed === undefined) throw new CancellationError();
  return typed.trim();
}

const two = (part: number): string => String(part).padStart(2, '0');
const spelled = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const dateOf = (text: string, more: number): Date => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return new Date(year, month - 1, date + more);
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && spelled(dateOf(text, 0)) === text;

/** The beginning of a day, or of one some days later, as Pipedrive takes times. */
const instant = (text: string, more: number): string => `${dateOf(text, more).toISOString().slice(0, 19)}Z`;
