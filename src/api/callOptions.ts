import type { CallOptions } from './types.ts';

/** Only what the request path needs of a caller's options, so that nothing else of them reaches it. */
export const callOf = ({ signal, background }: CallOptions): Pick<CallOptions, 'signal' | 'background'> => ({
  ...(signal !== undefined && { signal }),
  ...(background !== undefined && { background }),
});
