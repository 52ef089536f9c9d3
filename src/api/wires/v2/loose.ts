import * as z from 'zod/mini';
import { folded } from './folded.ts';
import { id } from './shapes.ts';

/**
 * A row that is shown and never written, and of which nothing but its id is relied on: Pipedrive's documents are all
 * that is known of most of these.
 */
export const loose = folded({ schema: z.looseObject({ id }) });
