import { isObject } from '../../model/isObject.ts';
import type { Money } from '../../model/values.ts';
import { Mistake } from './answers.ts';

/** A number as a model may write it: `12.5`, `"1,200"`, `"1 200.50"`; none where it can be read in two ways. */
export function numberOf(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw !== 'string') return undefined;
  const text = raw.trim().replace(/[\s’']/gu, '');
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** No amount is longer, in characters: more only keeps a pattern busy, and with it the whole extension host. */
const longest = 60;

/** @throws Mistake for what is no amount of money, or can be read in two ways */
export function moneyOf(name: string, raw: unknown): Money {
  const wrong = () =>
    new Mistake(`${JSON.stringify(name)} takes an amount such as {"amount": 1200.5, "currency": "EUR"} or "1,200.50 EUR".`);
  if (isObject(raw)) {
    const value = numberOf(raw['amount'] ?? raw['value']);
    const currency = raw['currency'];
    if (value === undefined || (currency != null && typeof currency !== 'string')) throw wrong();
    return { value, currency: currency ? currency.trim().toUpperCase() : null };
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') throw wrong();
  if (String(raw).length > longest) throw wrong();
  const [, before, amount, after] = /^\s*([A-Za-z]{3})?\s*(-?\d[\d.,’'\s]*?)\s*([A-Za-z]{3})?\s*$/u.exec(String(raw)) ?? [];
  const value = numberOf(amount);
  if (value === undefined || (before && after)) throw wrong();
  return { value, currency: (before ?? after)?.toUpperCase() ?? null };
}
