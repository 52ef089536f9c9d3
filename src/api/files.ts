import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Caller } from './call.ts';
import { callOf } from './callOptions.ts';
import { PipedriveError } from './errors.ts';
import { sentences } from './sentences.ts';
import type { Files } from './types.ts';
import { uploadForm } from './upload.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';

/** Files on their way in and out (https://developers.pipedrive.com/docs/api/v1/Files), which version 1 alone has. */
export function createFiles(caller: Caller): Files {
  return {
    async upload(path, owner, options = {}) {
      const values = Object.entries(owner).filter(([, id]) => id !== undefined);
      const form = await uploadForm(path, Object.fromEntries(values), options);
      const answer = await caller.call({ operation: 'file.upload', form, ...callOf(options) });
      const { record } = decodeRow(wireOf('file', answer.version), answer.data, 'data', new Map());
      if (record === undefined) throw new PipedriveError('unknownOutcome', sentences.unknownOutcomeOfAnswer());
      return record;
    },
    async download(id, path, options = {}) {
      // What is half there must not look like the file, nor take the place of one that was whole.
      // By a name that is nobody's: what is called `….part` already may be another program's.
      const part = `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
      let unwritable = false;
      const sink = () =>
        createWriteStream(part).on('error', () => {
          unwritable = true;
        });
      try {
        await caller.call({ operation: 'file.download', params: { id }, sink, ...callOf(options) });
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        if (PipedriveError.is(error, 'cancelled')) throw error;
        throw PipedriveError.is(error) && !unwritable ? error : new PipedriveError('invalid', sentences.fileUnwritable());
      }
    },
  };
}
