import { isObject } from '../model/isObject.ts';
import type { PipedriveRecord } from '../model/record.ts';
import type { Answer, Caller } from './call.ts';
import { PipedriveError } from './errors.ts';
import { rowsOf } from './listRecords.ts';
import { logMisfits } from './misfits.ts';
import { sentences } from './sentences.ts';
import type { CallOptions, Log, Me, Standing, User } from './types.ts';
import { decodeRow } from './wires/decode.ts';
import { wireOf } from './wires/index.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const wire = wireOf('user', 'v1');

function userOf({ id, values }: PipedriveRecord): User {
  return { id: Number(id), name: text(values.name), email: text(values.email), active: values.is_deleted !== true };
}

/** The company's users, also the inactive ones, since records still name them. Version 1 gives all of them at once. */
export async function readUsers(caller: Caller, log: Log): Promise<readonly User[]> {
  return usersOf(await caller.call({ operation: 'user.list' }), log);
}

/** The users whose name, or whose e-mail address, holds a term (https://developers.pipedrive.com/docs/api/v1/Users#findUsersByName). */
export async function findUsers(
  caller: Caller,
  log: Log,
  term: string,
  by: 'name' | 'email',
  options: CallOptions,
): Promise<readonly User[]> {
  const trimmed = term.trim();
  if (trimmed === '') return [];
  const query = { term: trimmed, ...(by === 'email' && { search_by_email: 1 }) };
  return usersOf(await caller.call({ operation: 'user.find', query, ...options }), log);
}

function usersOf(answer: Answer, log: Log): readonly User[] {
  const decoded = rowsOf(answer.data).map((raw, index) => decodeRow(wire, raw, `data[${index}]`, new Map()));
  logMisfits(
    log,
    'user',
    decoded.flatMap(({ misfits }) => misfits),
  );
  return decoded.flatMap(({ record }) => (record === undefined ? [] : [userOf(record)]));
}

/**
 * Who the token belongs to, and to which company.
 * @throws PipedriveError `unexpected` where the answer names nobody
 */
export async function readMe(caller: Caller): Promise<Me> {
  return (await readStanding(caller)).me;
}

/** The same, and what the user may do. @throws PipedriveError `unexpected` where the answer names nobody */
export async function readStanding(caller: Caller, options: CallOptions = {}): Promise<Standing> {
  const answer = await caller.call({ operation: 'user.me', ...options });
  const { record } = decodeRow(wire, answer.data, 'data', new Map());
  if (record === undefined) throw new PipedriveError('unexpected', sentences.unexpected());
  const { values } = record;
  const me = {
    ...userOf(record),
    companyId: Number(values.company_id ?? 0),
    companyName: text(values.company_name),
    companyDomain: text(values.company_domain),
    companyCountry: text(values.company_country),
    defaultCurrency: text(values.default_currency),
  };
  return { me, admin: values.is_admin === true || isGlobalAdmin(values.access) };
}

/** `access` lists what the user may administer, app by app; `global` stands for all of it. */
function isGlobalAdmin(access: unknown): boolean {
  return Array.isArray(access) && access.some((one) => isObject(one) && one.app === 'global' && one.admin === true);
}
