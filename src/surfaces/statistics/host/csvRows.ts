import type { Numbers } from '../../../kinds/statistics.ts';
import type { Period } from '../../../model/period.ts';

/** The words of an export's rows, in the person's language. */
export interface RowWords {
  readonly rate: string;
  readonly started: string;
  readonly open: string;
  readonly won: string;
  readonly lost: string;
  readonly moved: string;
  readonly age: string;
  /** Of all stages together. */
  readonly all: string;
  /** Units. */
  readonly deals: string;
  readonly days: string;
}

/**
 * The numbers as rows that a spreadsheet can reckon with: one number a row, with its unit, which is the currency for an
 * amount. Numbers are written as a computer does, whatever the language.
 */
export function csvRows(
  user: string,
  periods: readonly (Period & { readonly numbers: Numbers })[],
  step: (id: number) => string,
  words: RowWords,
): readonly (readonly string[])[] {
  return periods.flatMap(({ from, until, numbers: { conversion, movement } }) => {
    const row = (what: string, of: string, value: number, unit: string) => [user, from, until, what, of, String(value), unit];
    return [
      ...conversion.stages.map((one) => row(words.rate, `${step(one.from)} → ${step(one.to)}`, one.rate, '%')),
      row(words.rate, words.won, conversion.won, '%'),
      row(words.rate, words.lost, conversion.lost, '%'),
      ...(['started', 'open', 'won', 'lost'] as const).flatMap((id) => [
        row(words[id], '', movement[id].count, words.deals),
        ...Object.entries(movement[id].values).map(([currency, value]) => row(words[id], '', value, currency)),
      ]),
      row(words.moved, '', movement.moved, ''),
      row(words.age, words.all, movement.averageAge, words.days),
      ...movement.averageAgeByStage.map((one) => row(words.age, step(one.stageId), one.days, words.days)),
    ];
  });
}
