import { Uri } from 'vscode';
import { schemes } from '../../../ids/index.ts';
import { kindOfFolder } from '../../../kinds/index.ts';
import type { Related } from '../../../kinds/related/related.ts';
import type { RecordAddress } from '../../../kinds/records.ts';
import { idIn } from '../address.ts';
import { displayText } from '../../../model/displayText.ts';

/** Names one item of what hangs off a record. */
export interface AttachedAddress {
  readonly record: RecordAddress;
  readonly related: Related;
  readonly id: string;
}

/** What no file may be called by on some system, or what would make a folder of it. */
const unfit = /[\\/:*?"<>|]+/g;

/** What Windows takes for a device, with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** By which programs know what is in a file. */
const ending = /\.[\p{L}\p{N}_-]{1,10}$/u;

/** In characters, and in bytes, of which systems take 255 and what stands around a name takes some. */
const longest = 100;
const mostBytes = 230;

/** A name that is fit for a file, whatever somebody called it. One that is too long is cut before its ending. */
export function fileName(name: string): string {
  const whole = displayText(name, Number.POSITIVE_INFINITY);
  let fit = fitted(displayText(whole, longest));
  if (fit === '') return 'untitled';
  if (fit.endsWith('…') || Buffer.byteLength(fit) > mostBytes) {
    const end = ending.exec(whole)?.[0] ?? '';
    const stem = whole.slice(0, whole.length - end.length);
    for (let most = longest - end.length; most >= 0; most -= 10) {
      fit = fitted(displayText(stem, most)) + end;
      if (Buffer.byteLength(fit) <= mostBytes) break;
    }
  }
  return device.test(fit) ? `_${fit}` : fit;
}

const fitted = (text: string): string =>
  text
    .replaceAll(unfit, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .trim();

/** `pipedrive-attached:/acme/persons/42/notes/7/First line.txt`: the name is for people and for the file's language. */
export function attachedUri({ record, related, id }: AttachedAddress, name: string): Uri {
  const { accountId, kind } = record;
  const path = [accountId, kind.folder, String(record.id), related.id, id].map(encodeURIComponent).join('/');
  return Uri.from({ scheme: schemes.attached, path: `/${path}/${fileName(name)}` });
}

/** Reads such an address; none for anything else. */
export function parseAttached(uri: Uri): AttachedAddress | undefined {
  if (uri.scheme !== schemes.attached) return undefined;
  const [, accountId, folder, recordId, relatedId, id, name, ...more] = uri.path.split('/').map(decoded);
  const kind = folder ? kindOfFolder(folder) : undefined;
  const related = kind?.related?.find((one) => one.id === relatedId);
  if (!accountId || !kind || !recordId || !related || !id || !name || more.length > 0) return undefined;
  const inKind = idIn(kind, recordId);
  return inKind === undefined ? undefined : { record: { accountId, kind, id: inKind }, related, id };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A percent sign of its own, as in a file's name.
    return part;
  }
}
