import type { Session } from '../account/types.ts';
import type { CallOptions, ImageContent, UploadOptions } from '../api/types.ts';
import type { Crop } from '../model/crop.ts';
import type { RecordId } from '../model/record.ts';

/** A file that becomes a record's picture, and the square of it that is shown. */
export interface NewPicture {
  /** Of a file on this computer. */
  readonly path: string;
  readonly crop: Crop;
}

/** The picture that each record of a kind may have. Each function throws `PipedriveError`. */
export interface Picturing {
  /** Key of the value that tells a record's picture from another; `null` where it has none. */
  readonly key: string;
  /** None where the record has none. */
  readonly content: (this: void, session: Session, id: RecordId, options?: CallOptions) => Promise<ImageContent | undefined>;
  /** Replaces the one before. Answers what the record's value is now, where that is told. Never repeated blindly. */
  readonly set: (
    this: void,
    session: Session,
    id: RecordId,
    picture: NewPicture,
    options?: UploadOptions,
  ) => Promise<number | undefined>;
  readonly remove: (this: void, session: Session, id: RecordId, options?: CallOptions) => Promise<void>;
}
