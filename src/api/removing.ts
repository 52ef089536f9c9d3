import { PipedriveError } from './errors.ts';

/** Somebody else may have been faster: it is as it was to be. */
export async function removeOrFindGone(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!PipedriveError.is(error, 'notFound', 'gone')) throw error;
  }
}
