/** A currency, with what one of it is worth in euro. */
export interface Currency {
  id: number;
  code: string;
  name: string;
  symbol: string;
  decimals: number;
  rate: number;
}

type Row = readonly [code: string, name: string, symbol: string, decimals: number, rate: number];

const rows: readonly Row[] = [
  ['AUD', 'Australian Dollar', 'A$', 2, 0.61],
  ['BRL', 'Brazilian Real', 'R$', 2, 0.17],
  ['CAD', 'Canadian Dollar', 'CA$', 2, 0.68],
  ['CHF', 'Swiss Franc', 'CHF', 2, 1.05],
  ['CZK', 'Czech Koruna', 'Kč', 2, 0.04],
  ['EGP', 'Egyptian Pound', 'E£', 2, 0.02],
  ['EUR', 'Euro', '€', 2, 1],
  ['GBP', 'British Pound', '£', 2, 1.19],
  ['INR', 'Indian Rupee', '₹', 2, 0.011],
  ['JPY', 'Japanese Yen', '¥', 0, 0.0062],
  ['KES', 'Kenyan Shilling', 'KSh', 2, 0.0072],
  ['KRW', 'South Korean Won', '₩', 0, 0.00067],
  ['NOK', 'Norwegian Krone', 'kr', 2, 0.086],
  ['PLN', 'Polish Złoty', 'zł', 2, 0.23],
  ['SEK', 'Swedish Krona', 'kr', 2, 0.087],
  ['TRY', 'Turkish Lira', '₺', 2, 0.027],
  ['UAH', 'Ukrainian Hryvnia', '₴', 2, 0.022],
  ['USD', 'US Dollar', '$', 2, 0.92],
  ['VND', 'Vietnamese Đồng', '₫', 0, 0.000036],
  ['ZAR', 'South African Rand', 'R', 2, 0.05],
];

export const currencies: readonly Currency[] = rows.map(([code, name, symbol, decimals, rate], n) => ({
  id: n + 1,
  code,
  name,
  symbol,
  decimals,
  rate,
}));

const byCode: ReadonlyMap<string, Currency> = new Map(currencies.map((currency) => [currency.code, currency]));

export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && byCode.has(code);
}

/** An amount in another currency, to the last digit that one has; unknown currencies count as euro. */
export function converted(amount: number, from: string, to: string): number {
  const target = byCode.get(to);
  const factor = 10 ** (target?.decimals ?? 2);
  const exact = (amount * (byCode.get(from)?.rate ?? 1)) / (target?.rate ?? 1);
  return Math.round(exact * factor) / factor;
}

const formats = new Map<string, Intl.NumberFormat>();

/** An amount as Pipedrive writes it out: no digits after the point for whole amounts. */
export function formattedMoney(amount: number, code: string): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const name = `${code} ${digits}`;
  let format = formats.get(name);
  if (!format) {
    const options = { style: 'currency', currency: code, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    format = new Intl.NumberFormat('en-US', options);
    formats.set(name, format);
  }
  return format.format(amount);
}
