import { join } from 'node:path';

/** Where a run of the host tests finds what extensions keep on the disk. */
export const storageVariable = 'PIPEDRIVE_EXPLORER_STORAGE';

/**
 * @param {string} dataDir the server's data folder
 * @returns {string}
 */
export const storageIn = (dataDir) => join(dataDir, 'data', 'User', 'globalStorage');
