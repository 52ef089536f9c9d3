import { createApi } from '../../../src/api/index.ts';
import { PipedriveError } from '../../../src/api/errors.ts';

/**
 * Asks once for whose token it is, in a process of its own, whose environment names a proxy and a certificate authority;
 * Node reads both as it starts. Its argument is the address. Prints the company's domain, or the kind of fault.
 */
const log = { debug: () => undefined, warn: () => undefined };
const api = createApi({ baseUrl: process.argv[2] ?? '', token: 'x'.repeat(40), version: () => 'v2', log });
try {
  process.stdout.write((await api.me()).companyDomain);
} catch (error) {
  process.stdout.write(PipedriveError.is(error) ? `fault ${error.fault}` : String(error));
}
api.dispose();
process.exit(0);
