import type { StoredFile } from '../attachments.ts';
import type { Answer, Call, Operation } from '../operation.ts';
import { refuseV1 } from '../refusal.ts';
import { isUpload } from '../requestBody.ts';
import type { Store } from '../store.ts';
import { orNull, plainTime } from '../times.ts';
import { answer, listAnswer, pageOf } from './answers.ts';
import { readBody, readNumber, text } from './bodies.ts';
import { pathId, sortRows } from './lists.ts';
import { removal } from './removals.ts';

/** The most files one list answers. */
const mostFiles = 100;

export function showFile(store: Store, file: StoredFile): Record<string, unknown> {
  const ending = /\.(\w+)$/.exec(file.name)?.[1] ?? '';
  return {
    id: file.id,
    user_id: file.userId,
    log_id: null,
    add_time: plainTime(file.addTime),
    update_time: plainTime(file.updateTime ?? file.addTime),
    file_name: `${String(file.id).padStart(8, '0')}-0000-4000-8000-000000000000.${ending}`,
    file_size: file.size,
    active_flag: file.deleteTime === null,
    inline_flag: false,
    remote_location: 's3',
    remote_id: `company/${store.company.id}/user/${file.userId}/files/${file.id}.${ending}`,
    s3_bucket: null,
    url: `${store.site}/api/v1/files/${file.id}/download`,
    name: file.name,
    description: file.description,
    deal_id: file.dealId,
    lead_id: null,
    person_id: file.personId,
    org_id: file.orgId,
    product_id: file.productId,
    activity_id: file.activityId,
    deal_name: orNull(file.dealId, (id) => store.deals.get(id)?.title ?? null),
    lead_name: null,
    person_name: orNull(file.personId, (id) => store.persons.get(id)?.name ?? null),
    org_name: orNull(file.orgId, (id) => store.organizations.get(id)?.name ?? null),
    product_name: orNull(file.productId, (id) => store.products.get(id)?.name ?? null),
    mail_message_id: null,
    mail_template_id: null,
    cid: null,
    file_type: file.type.startsWith('image/') ? 'img' : ending,
  };
}

const columns: Readonly<Record<string, (file: StoredFile) => number>> = {
  id: (file) => file.id,
  update_time: (file) => file.updateTime ?? file.addTime,
};

/** A page of files, which are listed by the hundred at most. */
export function filesAnswer(store: Store, files: readonly StoredFile[], query: URLSearchParams): Answer {
  const live = files.filter((file) => file.deleteTime === null);
  const page = pageOf(
    sortRows(live, query.get('sort'), (key) => columns[key]),
    query,
    mostFiles,
  );
  return listAnswer(page, (file) => showFile(store, file));
}

function found(call: Call): StoredFile {
  const file = call.store.files.get(pathId(call));
  if (!file || file.deleteTime !== null) throw refuseV1(404, 'File not found');
  return file;
}

function create({ store, user, body: sent }: Call): Answer {
  const body = readBody(sent);
  const upload = body['file'];
  if (!isUpload(upload)) throw refuseV1(400, 'File must be given.');
  const link = (key: string, table: { get: (id: number) => unknown }): number | null => {
    const id = readNumber(body, key);
    if (id !== undefined && !table.get(id)) throw refuseV1(404, `${key} not found`);
    return id ?? null;
  };
  const person = link('person_id', store.persons);
  const file = store.files.put({
    id: store.files.nextId(),
    name: upload.name,
    description: null,
    type: upload.type,
    size: upload.bytes.length,
    bytes: () => upload.bytes,
    userId: user.id,
    personId: person,
    orgId: link('org_id', store.organizations) ?? orNull(person, (id) => store.persons.get(id)?.orgId ?? null),
    dealId: link('deal_id', store.deals),
    productId: link('product_id', store.products),
    activityId: link('activity_id', store.activities),
    addTime: store.now(),
    updateTime: store.now(),
    deleteTime: null,
  });
  return answer(showFile(store, file));
}

function update(call: Call): Answer {
  const { store } = call;
  const body = readBody(call.body);
  const before = found(call);
  const name = text(body, 'name') ?? before.name;
  const description = text(body, 'description');
  const change = { name, description: description === undefined ? before.description : description };
  return answer(showFile(store, store.files.put({ ...before, ...change, updateTime: store.now() })));
}

function remove(call: Call): Answer {
  const { store } = call;
  return removal(store.files.get(pathId(call)), 'File', (file) => store.files.put({ ...file, deleteTime: store.now() }));
}

function download(call: Call): Answer {
  const { name, type, bytes } = found(call);
  return { status: 200, body: undefined, file: { name, type, bytes: bytes() } };
}

export const fileOperations: readonly Operation[] = [
  { version: 'v1', method: 'GET', path: '/files', run: ({ store, query }) => filesAnswer(store, store.files.all(), query) },
  { version: 'v1', method: 'POST', path: '/files', run: create },
  { version: 'v1', method: 'GET', path: '/files/:id', run: (call) => answer(showFile(call.store, found(call))) },
  { version: 'v1', method: 'PUT', path: '/files/:id', run: update },
  { version: 'v1', method: 'DELETE', path: '/files/:id', run: remove },
  { version: 'v1', method: 'GET', path: '/files/:id/download', run: download },
];
