import type { Sent } from '../../../../api/types.ts';
import type { RecordAddress, Records } from '../../../../kinds/records.ts';
import type { PipedriveRecord } from '../../../../model/record.ts';
import type { PictureCalls } from '../../messages.ts';
import { asFile } from '../asFile.ts';

/** What the picture of one form needs. */
export interface PictureParts {
  readonly records: Records;
  readonly address: RecordAddress;
  /** The record as it was read last. */
  readonly record: () => PipedriveRecord | undefined;
  /** Told as the file goes out. */
  readonly sent: (sent: Sent) => void;
}

/** What a form asks and has done about its record's picture. Pipedrive's address of it stays here. */
export function pictureCalls({ records, address, record, sent }: PictureParts): PictureCalls {
  const current = async (): Promise<PipedriveRecord> => record() ?? (await records.get(address));
  return {
    picture: async (_input, signal) => (await records.picture(address, { signal })) ?? null,
    setPicture: ({ name, bytes, crop }, signal) =>
      asFile(name, bytes, async (path) => records.setPicture(address, await current(), { path, crop }, { signal, sent })),
    removePicture: async () => records.removePicture(address, await current()),
  };
}
