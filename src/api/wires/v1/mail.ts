import * as z from 'zod/mini';
import { flat } from './flat.ts';
import { flag } from './part.ts';
import * as shape from './shapes.ts';

const party = shape.maybe(z.array(z.looseObject({ email_address: shape.text, name: shape.text })));

const flags = ['read_flag', 'sent_flag', 'draft_flag', 'has_body_flag', 'has_attachments_flag', 'deleted_flag'];

/** https://developers.pipedrive.com/docs/api/v1/Mailbox; version 2 has none, so its names stay. */
export const mail = flat({
  schema: z.looseObject({
    id: shape.id,
    subject: shape.text,
    snippet: shape.text,
    body: shape.text,
    from: party,
    to: party,
    cc: party,
    bcc: party,
    message_time: shape.text,
  }),
  parts: flags.map((key) => flag(key, key)),
  same: [
    ...['id', 'subject', 'snippet', 'body', 'body_url', 'from', 'to', 'cc', 'bcc', 'message_time', 'mail_thread_id'],
    ...['account_id', 'user_id', 'mail_tracking_status', 'timestamp'],
  ],
});
