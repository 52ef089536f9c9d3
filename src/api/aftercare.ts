import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord, RecordId, Values } from '../model/record.ts';
import type { Caller } from './call.ts';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';
import type { ApiVersion, CallOptions, Entity, Notice } from './types.ts';
import { wireOf } from './wires/index.ts';
import type { CustomTypes } from './wires/wire.ts';

/** A write that was done, and the means to look at it again. */
interface Written {
  readonly entity: Entity;
  readonly served: ApiVersion;
  readonly values: Values;
  readonly written: PipedriveRecord;
  readonly known: CustomTypes;
  readonly caller: Caller;
  readonly read: (id: RecordId, options: CallOptions) => Promise<PipedriveRecord>;
  readonly options: CallOptions;
  readonly notice?: (notice: Notice) => void;
}

/** The standard values that are addresses. */
const addresses: ReadonlySet<string> = new Set(['address', 'postal_address']);

/**
 * What a write still needs after its answer, since an answer is not always the record as it is now. The write itself
 * is done: where looking again fails, the answer stands.
 */
export async function aftercare(done: Written): Promise<PipedriveRecord> {
  const { entity, served, values, written, known, read, options } = done;
  if (entity === 'person' && values.marketing_status !== undefined) return withConsent(done);
  if (entity === 'product' && served === 'v1' && Array.isArray(values.prices)) return withPrices(done, values.prices);
  // Version 1 answers an address before it has found its parts.
  return served === 'v1' && Object.keys(values).some((key) => addresses.has(key) || known.get(key) === 'address')
    ? orElse(written, () => read(written.id, options))
    : written;
}

async function orElse<T>(fallback: T, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (PipedriveError.is(error, 'cancelled')) throw error;
    if (PipedriveError.is(error)) return fallback;
    throw error;
  }
}

/**
 * Pipedrive passes over a consent that it does not accept, and says nothing
 * (https://developers.pipedrive.com/docs/api/v1/Persons#updatePerson), so it is read again. Version 2 gives it only on
 * request, and refuses the request where the company has no marketing product.
 */
async function withConsent({ served, values, written, caller, options, notice }: Written): Promise<PipedriveRecord> {
  const actual =
    served === 'v1'
      ? written.values.marketing_status
      : await orElse<unknown>(undefined, async () => {
          const query = { include_fields: 'marketing_status' };
          const params = { id: written.id };
          const { data } = await caller.call({ operation: 'person.get', version: 'v2', params, query, ...options });
          return isObject(data) ? data.marketing_status : undefined;
        });
  if (actual === undefined) return written;
  if (actual !== values.marketing_status) notice?.({ field: 'marketing_status', sentence: sentences.consentKept() });
  return { ...written, values: { ...written.values, marketing_status: actual } };
}

const currencies = (prices: unknown): string[] =>
  (Array.isArray(prices) ? prices : []).map((price) => String(isObject(price) ? price.currency : ''));

/** Version 1 changes and adds prices and never takes one away; version 2 replaces them whole. */
async function withPrices(
  { values, written, caller, options, notice }: Written,
  wanted: readonly unknown[],
): Promise<PipedriveRecord> {
  const asked = new Set(currencies(wanted));
  if (currencies(written.values.prices).every((currency) => asked.has(currency))) return written;
  const wire = wireOf('product', 'v2');
  const body = wire.encode({ prices: values.prices }, new Map());
  const call = { operation: 'product.update', version: 'v2', params: { id: written.id }, body } as const;
  const prices = await orElse<unknown>(undefined, async () => {
    const { data } = await caller.call({ ...call, ...options });
    return isObject(data) ? wire.decode(data, new Map()).values.prices : undefined;
  });
  if (prices === undefined) {
    notice?.({ field: 'prices', sentence: sentences.pricesKept() });
    return written;
  }
  return { ...written, values: { ...written.values, prices } };
}
