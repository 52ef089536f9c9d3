import { env, l10n } from 'vscode';
import type { DealCount } from '../../../api/types.ts';
import type { Numbers } from '../../../kinds/statistics.ts';
import { briefly, showMoney } from '../../../model/fieldTypes/monetary.ts';
import type { Amount, Figure, Section } from '../messages.ts';
import { stageKey, type Ended } from './behind.ts';
import type { Result } from './reading.ts';
import { stepName } from './words.ts';

type Look = (value: number) => string;

const numbers = (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(env.language, options);
const counted: Look = (value) => numbers().format(value);
const percents: Look = (value) => numbers({ style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
const days: Look = (value) =>
  numbers({ style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 1 }).format(value);
const points = (value: number): string =>
  Math.abs(value) === 1 ? l10n.t('{0} point', signed(value)) : l10n.t('{0} points', signed(value));
const signed = (value: number): string => numbers({ signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(value);

/** What the editor shows of a reading, and what is exported. */
export function sectionsOf(result: Result): readonly Section[] {
  return [conversionOf(result), dealsOf(result), movedOf(result), ageOf(result)];
}

/** A line of both periods, where there are two. */
function figure(
  result: Result,
  line: Pick<Figure, 'id' | 'label' | 'color'>,
  amountOf: (numbers: Numbers, earlier: boolean) => Amount,
  change: (difference: number) => string = signed,
): Figure {
  const now = amountOf(result.now, false);
  const before = result.earlier && amountOf(result.earlier, true);
  return { ...line, now, ...(before && { before, change: change(now.value - before.value) }) };
}

const stageOpens = (result: Result, id: number): Pick<Amount, 'opens'> =>
  result.steps.some((step) => step.id === id)
    ? { opens: { key: stageKey(id), label: l10n.t('Open the deals that are in “{0}” now', stepName(result.steps, id)) } }
    : {};

function conversionOf(result: Result): Section {
  const { steps } = result;
  const pairs = new Map(
    [result.now, result.earlier].flatMap((one) =>
      (one?.conversion.stages ?? []).map(({ from, to }) => [`${from}>${to}`, { from, to }] as const),
    ),
  );
  const amount = (value: number, opens: Pick<Amount, 'opens'> = {}): Amount => ({ value, text: percents(value), ...opens });
  return {
    id: 'conversion',
    title: l10n.t('Conversion'),
    note: l10n.t('How many of the deals in a stage went on to the next. A rate opens the deals that are in its stage now.'),
    full: 100,
    figures: [
      ...[...pairs].map(([id, { from, to }]) =>
        figure(
          result,
          { id, label: l10n.t('{0} → {1}', stepName(steps, from), stepName(steps, to)), color: 'blue' },
          ({ conversion }, earlier) => {
            const rate = conversion.stages.find((one) => one.from === from && one.to === to)?.rate ?? 0;
            return amount(rate, earlier ? {} : stageOpens(result, from));
          },
          points,
        ),
      ),
      figure(result, { id: 'won', label: l10n.t('Won'), color: 'green' }, (one) => amount(one.conversion.won), points),
      figure(result, { id: 'lost', label: l10n.t('Lost'), color: 'red' }, (one) => amount(one.conversion.lost), points),
    ],
  };
}

function dealsOf(result: Result): Section {
  const line = (id: Ended, label: string, color: Figure['color'], opens: string): Figure =>
    figure(result, { id, label, color }, ({ movement }, earlier) => ({
      value: movement[id].count,
      text: counted(movement[id].count),
      worth: worthOf(movement[id]),
      ...(movement[id].dealIds.length > 0 && { opens: { key: `${earlier ? 'before' : 'now'}:${id}`, label: opens } }),
    }));
  return {
    id: 'deals',
    title: l10n.t('Deals'),
    note: l10n.t('A number opens the deals behind it. Each currency stands for itself.'),
    figures: [
      line('started', l10n.t('New'), 'blue', l10n.t('Open the new deals')),
      line('open', l10n.t('Left open'), 'yellow', l10n.t('Open the deals left open')),
      line('won', l10n.t('Won'), 'green', l10n.t('Open the won deals')),
      line('lost', l10n.t('Lost'), 'red', l10n.t('Open the lost deals')),
    ],
  };
}

function movedOf(result: Result): Section {
  return {
    id: 'movement',
    title: l10n.t('Movements'),
    note: l10n.t('How often deals went from one stage to another. Pipedrive does not tell which.'),
    figures: [
      figure(result, { id: 'moved', label: l10n.t('Between stages'), color: 'purple' }, ({ movement: { moved } }) => ({
        value: moved,
        text: counted(moved),
      })),
    ],
  };
}

function ageOf(result: Result): Section {
  const ids = new Set(
    [result.now, result.earlier].flatMap((one) => one?.movement.averageAgeByStage.map(({ stageId }) => stageId) ?? []),
  );
  const amount = (value: number, opens: Pick<Amount, 'opens'> = {}): Amount => ({ value, text: days(value), ...opens });
  return {
    id: 'age',
    title: l10n.t('Average age'),
    note: l10n.t('How long open deals have been there. An age opens the deals that are in its stage now.'),
    figures: [
      figure(result, { id: 'all', label: l10n.t('All stages'), color: 'purple' }, ({ movement }) => amount(movement.averageAge)),
      ...[...ids].map((stageId) =>
        figure(
          result,
          { id: String(stageId), label: stepName(result.steps, stageId), color: 'orange' },
          ({ movement }, earlier) =>
            amount(
              movement.averageAgeByStage.find((one) => one.stageId === stageId)?.days ?? 0,
              earlier ? {} : stageOpens(result, stageId),
            ),
        ),
      ),
    ],
  };
}

/** An amount for each currency, as Pipedrive gives them. */
const worthOf = ({ values }: DealCount): readonly string[] =>
  Object.entries(values).map(([currency, value]) => showMoney({ currency, value }, briefly.amount));
