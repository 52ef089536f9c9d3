import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord } from '../model/record.ts';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import { createKept } from './kept.ts';
import { rowsOf } from './listRecords.ts';
import { logMisfits } from './misfits.ts';
import { sentences } from './sentences.ts';
import type { ActivityType, Api, Currency, Filter, Log } from './types.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';
import { toBoolean, toNumber } from './wires/scalars.ts';
import type { Row } from './wires/wire.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function currencyOf(row: Row): Currency {
  const decimals = toNumber(row.decimal_points);
  return {
    code: text(row.code),
    name: text(row.name),
    symbol: text(row.symbol),
    decimals: typeof decimals === 'number' ? decimals : 2,
    active: toBoolean(row.active_flag) !== false,
  };
}

const typeOf = (row: Row): ActivityType => ({
  key: text(row.key_string),
  name: text(row.name),
  icon: text(row.icon_key),
  active: toBoolean(row.active_flag) !== false,
});

/** What helps to show and to choose, and is no record to edit: version 1 alone has all of it. */
export function createLookups(caller: Caller, log: Log): Pick<Api, 'mail' | 'activityTypes' | 'currencies' | 'filters'> {
  const types = createKept<readonly ActivityType[]>();
  const currencies = createKept<readonly Currency[]>();
  const filters = createKept<readonly Filter[]>();
  const listOf = async (call: Parameters<Caller['call']>[0]) => rowsOf((await caller.call(call)).data).filter(isObject);
  return {
    async mail(id, options = {}): Promise<PipedriveRecord> {
      const answer = await caller.call({ operation: 'mail.get', params: { id }, ...callOf(options) });
      const { record, misfits } = decodeRow(wireOf('mail', answer.version), answer.data, 'data', new Map());
      if (record === undefined) throw new PipedriveError('unexpected', sentences.unexpected());
      logMisfits(log, 'mail', misfits);
      return record;
    },
    activityTypes: async (options) =>
      types.get(
        'all',
        async () =>
          (await listOf({ operation: 'activityType.list' }))
            .toSorted((one, other) => Number(one.order_nr) - Number(other.order_nr))
            .map(typeOf),
        options,
      ),
    currencies: async (options) =>
      currencies.get('all', async () => (await listOf({ operation: 'currency.list' })).map(currencyOf), options),
    filters: async (type, options) =>
      filters.get(
        type,
        async () =>
          (await listOf({ operation: 'filter.list', query: { type } }))
            .filter(({ id, active_flag: active }) => typeof toNumber(id) === 'number' && toBoolean(active) !== false)
            .map(({ id, name }) => ({ id: Number(id), name: text(name) })),
        options,
      ),
  };
}
