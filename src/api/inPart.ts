import type { PipedriveRecord } from '../model/record.ts';
import { PipedriveError } from './errors.ts';

/**
 * What is thrown where one of several requests of a write failed: the error with the record as it is now, so that the
 * next write goes on from there. Where it cannot be read either, the error as it came.
 */
export async function inPart(error: unknown, read: () => Promise<PipedriveRecord>): Promise<unknown> {
  if (!PipedriveError.is(error)) return error;
  try {
    return error.withRecord(await read());
  } catch (failure) {
    if (PipedriveError.is(failure)) return error;
    throw failure;
  }
}
