import type { Lasting } from './records.ts';

/** What hangs on records: pictures, notes, files and mail. */

/** The content of a picture or a file. What came with the company is made when it is first looked at. */
type Content = () => Uint8Array<ArrayBuffer>;

/** A part of a picture, in its pixels. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Picture {
  id: number;
  itemType: 'person';
  itemId: number;
  addTime: number;
  addedBy: number;
  type: string;
  bytes: Content;
  /** The square that is shown of it; all of it where there is none. */
  crop?: Crop;
}

export interface Note extends Lasting {
  /** HTML. */
  content: string;
  userId: number;
  personId: number | null;
  orgId: number | null;
  dealId: number | null;
  pinnedTo: ('person' | 'organization' | 'deal')[];
  lastUpdateUserId: number | null;
}

export interface StoredFile extends Lasting {
  /** What a person reads; it can be changed. */
  name: string;
  description: string | null;
  type: string;
  size: number;
  bytes: Content;
  userId: number;
  personId: number | null;
  orgId: number | null;
  dealId: number | null;
  productId: number | null;
  activityId: number | null;
}

export interface MailParty {
  address: string;
  name: string;
  personId: number | null;
}

export interface Mail {
  id: number;
  threadId: number;
  userId: number;
  personId: number;
  subject: string;
  /** HTML. */
  body: string;
  /** Sent by the user, else received from the person. */
  sent: boolean;
  read: boolean;
  from: MailParty;
  to: MailParty;
  time: number;
}
