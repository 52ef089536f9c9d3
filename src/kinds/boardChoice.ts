import { isObject } from '../model/isObject.ts';
import type { Board, BoardChoice, Whose } from './board.ts';

/** What a board shows until somebody chooses otherwise. */
export function usualChoice({ whose: [first] }: Pick<Board, 'whose'>): BoardChoice {
  return { whose: first?.id ?? '', chosen: { query: {}, label: '' } };
}

/** Makes a choice of whatever was kept; what the board does not offer is left out. */
export function readChoice(board: Board, value: unknown): BoardChoice {
  const usual = usualChoice(board);
  if (!isObject(value)) return usual;
  const { whose, chosen, currency } = value;
  const known = board.whose.find(({ id }) => id === whose);
  const inCurrency = typeof currency === 'string' && /^\w{1,10}$/.test(currency) ? { currency } : {};
  if (!known || !isObject(chosen) || typeof chosen.label !== 'string' || !isObject(chosen.query))
    return { ...usual, ...inCurrency };
  const query = Object.entries(chosen.query).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { whose: known.id, chosen: { query: Object.fromEntries(query), label: chosen.label }, ...inCurrency };
}

/** The one of a board's offers that was chosen. */
export const whoseOf = (board: Board, { whose }: BoardChoice): Whose | undefined => board.whose.find(({ id }) => id === whose);
