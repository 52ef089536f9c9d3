import type { Operation } from '../../../../src/sandbox/operation.ts';
import { form, inner, type Json, keyOf, picture, type Reply, type Rig } from '../support.ts';

/** What an example may use to make the records it needs. */
interface Maker {
  rig: Rig;
  at: string;
  /** Creates a record and tells its id. */
  made: (path: string, body: unknown) => Promise<number>;
  send: (method: string, path: string, body?: unknown) => Promise<Reply>;
  get: (path: string) => Promise<Reply>;
}

type Example = (make: Maker) => Promise<Reply[]>;

/** The id of a colleague and of the user. */
async function users({ rig }: Maker): Promise<number[]> {
  const { rows } = await rig.get('/v1/users');
  return rows.map((row) => Number(row['id']));
}

const person: Json = { name: 'Made for an example', job_title: 'Tester' };
const full: Json = { ...person, org_id: 2 };

function textFile(fields: Record<string, number>): FormData {
  return form(new Blob(['Just some text'], { type: 'text/plain' }), 'note.txt', fields);
}

async function newField({ rig }: Maker, entity: string): Promise<Json> {
  const body = { name: 'For an example', field_type: 'enum', options: [{ label: 'One' }, { label: 'Two' }] };
  return (await rig.send('POST', `/v1/${entity}Fields`, body)).data;
}

/** Examples of all that fields can do, which persons and products have alike. */
function fieldExamples(entity: 'person' | 'product'): Record<string, Example> {
  const path = `/${entity}Fields`;
  const named = entity === 'person' ? 'Segment' : 'Energy class';
  const v2Field = { field_name: 'Mood', field_type: 'enum', options: [{ label: 'Good' }] };
  return {
    [`v1 POST ${path}`]: async ({ send }) => [
      await send('POST', path, { name: 'Shoe size', field_type: 'double' }),
      await send('POST', path, { name: 'Mood', field_type: 'set', options: [{ label: 'Good' }] }),
    ],
    [`v1 GET ${path}/:id`]: async (make) => [await make.get(`${path}/${(await newField(make, entity))['id']}`)],
    [`v1 PUT ${path}/:id`]: async (make) => {
      const field = await newField(make, entity);
      const options = field['options'] as Json[];
      return [await make.send('PUT', `${path}/${field['id']}`, { name: 'Renamed', options: [options[0], { label: 'New' }] })];
    },
    [`v1 DELETE ${path}/:id`]: async (make) => [await make.send('DELETE', `${path}/${(await newField(make, entity))['id']}`)],
    [`v1 DELETE ${path}`]: async (make) => [await make.send('DELETE', `${path}?ids=${(await newField(make, entity))['id']}`)],
    [`v2 POST ${path}`]: async ({ send }) => [
      await send('POST', path, v2Field),
      await send('POST', path, { field_name: 'Budget', field_type: 'monetary' }),
    ],
    [`v2 GET ${path}/:field_code`]: async ({ rig, get }) => [await get(`${path}/${await keyOf(rig, named, entity)}`)],
    [`v2 PATCH ${path}/:field_code`]: async (make) => [
      await make.send('PATCH', `${path}/${(await newField(make, entity))['key']}`, { field_name: 'Renamed' }),
    ],
    [`v2 DELETE ${path}/:field_code`]: async (make) => [
      await make.send('DELETE', `${path}/${(await newField(make, entity))['key']}`),
    ],
    [`v2 POST ${path}/:field_code/options`]: async (make) => [
      await make.send('POST', `${path}/${(await newField(make, entity))['key']}/options`, [{ label: 'Three' }]),
    ],
    [`v2 PATCH ${path}/:field_code/options`]: async (make) => {
      const field = await newField(make, entity);
      const id = (field['options'] as Json[])[0]?.['id'];
      return [await make.send('PATCH', `${path}/${field['key']}/options`, [{ id, label: 'First' }])];
    },
    [`v2 DELETE ${path}/:field_code/options`]: async (make) => {
      const field = await newField(make, entity);
      const id = (field['options'] as Json[])[0]?.['id'];
      return [await make.send('DELETE', `${path}/${field['key']}/options`, [{ id }])];
    },
  };
}

/** Examples of followers, which persons and products have alike. */
function followerExamples(kind: 'persons' | 'products'): Record<string, Example> {
  const added = async (make: Maker): Promise<{ path: string; relation: unknown; user: number }> => {
    const path = `/${kind}/${await make.made(`/${kind}`, { name: 'Followed' })}/followers`;
    const user = (await users(make))[2] ?? 0;
    const { data } = await make.rig.send('POST', `/v1${path}`, { user_id: user });
    return { path, relation: data['id'], user };
  };
  const list: Example = async (make) => [await make.get((await added(make)).path)];
  const add: Example = async (make) => {
    const path = `/${kind}/${await make.made(`/${kind}`, { name: 'Followed' })}/followers`;
    return [await make.send('POST', path, { user_id: (await users(make))[1] })];
  };
  const path = `/${kind}/:id/followers`;
  return {
    [`v1 GET ${path}`]: list,
    [`v2 GET ${path}`]: list,
    [`v1 POST ${path}`]: add,
    [`v2 POST ${path}`]: add,
    [`v2 GET ${path}/changelog`]: async (make) => [await make.get(`${(await added(make)).path}/changelog`)],
    [`v1 DELETE ${path}/:follower_id`]: async (make) => {
      const { path: at, relation } = await added(make);
      return [await make.send('DELETE', `${at}/${relation}`)];
    },
    [`v2 DELETE ${path}/:follower_id`]: async (make) => {
      const { path: at, user } = await added(make);
      return [await make.send('DELETE', `${at}/${user}`)];
    },
  };
}

const span = 'start_date=2025-11-01&end_date=2026-11-02';

/** A first owner of open deals in a pipeline, so that its statistics have something to count. */
async function sellerIn({ rig }: Maker, pipeline: number): Promise<unknown> {
  const { rows } = await rig.get(`/api/v2/deals?pipeline_id=${pipeline}&status=won`);
  return rows[0]?.['owner_id'];
}

/** The id of a person that a list of related records names. */
async function personWith({ rig }: Maker, path: string): Promise<unknown> {
  const { rows } = await rig.get(path);
  return rows.find((row) => typeof row['person_id'] === 'number')?.['person_id'];
}

async function openDeal(rig: Rig): Promise<unknown> {
  return (await rig.get('/api/v2/deals?status=open&limit=1')).rows[0]?.['id'];
}

async function personWithMail({ rig }: Maker): Promise<number> {
  for (let id = 1; ; id += 1) {
    if ((await rig.get(`/v1/persons/${id}/mailMessages`)).rows.length > 0) return id;
  }
}

/** Requests of operations that need more than their path and a usual body. */
const examples: Readonly<Record<string, Example>> = {
  ...fieldExamples('person'),
  ...fieldExamples('product'),
  ...followerExamples('persons'),
  ...followerExamples('products'),
  'v1 GET /users': async ({ get }) => [await get('/users')],
  'v1 GET /users/find': async ({ get }) => [await get('/users/find?term=a')],
  'v1 GET /itemSearch': async ({ get }) => [await get('/itemSearch?term=an&limit=100')],
  'v2 GET /itemSearch': async ({ get }) => [await get('/itemSearch?term=an&limit=100')],
  'v1 GET /users/me': async ({ get }) => [await get('/users/me')],
  'v1 GET /users/:id': async (make) => [await make.get(`/users/${(await users(make))[1]}`)],
  'v1 GET /users/:id/permissions': async (make) => [await make.get(`/users/${(await users(make))[1]}/permissions`)],
  'v1 POST /persons': async ({ send }) => [
    await send('POST', '/persons', { ...full, email: 'a@example.com', phone: [{ value: '+1 503 555 0100', primary: true }] }),
  ],
  'v2 POST /persons': async ({ send }) => [
    await send('POST', '/persons', { ...full, emails: [{ value: 'a@example.com', primary: true, label: 'work' }] }),
  ],
  'v1 DELETE /persons': async ({ send, made }) => [await send('DELETE', `/persons?ids=${await made('/persons', person)}`)],
  'v1 GET /persons/:id/activities': async (make) => [
    await make.get(`/persons/${await personWith(make, '/api/v2/activities?limit=500')}/activities`),
  ],
  'v1 GET /persons/:id/changelog': async ({ get }) => [
    await get('/persons/3/changelog'),
    await get('/persons/3/changelog?limit=1'),
  ],
  'v1 GET /persons/:id/deals': async (make) => [
    await make.get(`/persons/${await personWith(make, '/api/v2/deals?limit=500')}/deals`),
    await make.get('/persons/17/deals'),
  ],
  'v1 GET /persons/:id/files': async (make) => [
    await make.get(`/persons/${await personWith(make, '/v1/files')}/files`),
    await make.get('/persons/17/files'),
  ],
  'v1 GET /persons/:id/flow': async (make) => [
    await make.get(`/persons/${await personWith(make, '/api/v2/deals?limit=500')}/flow?all_changes=1&limit=500`),
    await make.get(`/persons/${await personWithMail(make)}/flow?items=mailMessage`),
  ],
  'v1 GET /persons/:id/mailMessages': async (make) => [await make.get(`/persons/${await personWithMail(make)}/mailMessages`)],
  'v1 GET /persons/:id/products': async (make) => {
    const { rows } = await make.rig.get('/v1/deals?limit=500');
    const deal = rows.find((row) => Number(row['products_count']) > 0 && row['person_id'] !== null);
    return [await make.get(`/persons/${inner(deal?.['person_id'])['value']}/products`)];
  },
  'v1 PUT /persons/:id/merge': async ({ send, made }) => [
    await send('PUT', `/persons/${await made('/persons', full)}/merge`, { merge_with_id: await made('/persons', person) }),
  ],
  'v1 POST /persons/:id/picture': async ({ send, made }) => [
    await send('POST', `/persons/${await made('/persons', person)}/picture`, form(picture(256), 'face.png')),
  ],
  'v1 DELETE /persons/:id/picture': async ({ send, made }) => {
    const path = `/persons/${await made('/persons', person)}/picture`;
    await send('POST', path, form(picture(256), 'face.png'));
    return [await send('DELETE', path)];
  },
  'v2 GET /persons/:id/picture': async ({ rig, get, made }) => {
    const path = `/persons/${await made('/persons', person)}/picture`;
    await rig.send('POST', `/v1${path}`, form(picture(256), 'face.png'));
    return [await get(path)];
  },
  'v1 GET /pipelines': async ({ get }) => [await get('/pipelines')],
  'v1 GET /pipelines/:id': async ({ get }) => [
    await get('/pipelines/1'),
    await get('/pipelines/1?totals_convert_currency=default_currency'),
  ],
  'v1 GET /pipelines/:id/conversion_statistics': async (make) => [
    await make.get(`/pipelines/1/conversion_statistics?${span}&user_id=${await sellerIn(make, 1)}`),
  ],
  'v1 GET /pipelines/:id/movement_statistics': async (make) => [
    await make.get(`/pipelines/1/movement_statistics?${span}&user_id=${await sellerIn(make, 1)}`),
  ],
  'v1 GET /pipelines/:id/deals': async ({ get }) => [
    await get('/pipelines/1/deals?everyone=1'),
    await get('/pipelines/1/deals?everyone=1&get_summary=1&totals_convert_currency=USD'),
  ],
  'v1 POST /stages': async ({ send }) => [await send('POST', '/stages', { name: 'New', pipeline_id: 1 })],
  'v2 POST /stages': async ({ send }) => [await send('POST', '/stages', { name: 'New', pipeline_id: 1, days_to_rotten: 5 })],
  'v1 GET /products/:id/deals': async ({ get }) => [await get('/products/3/deals'), await get('/products/4/deals')],
  'v1 GET /products/:id/files': async ({ get, send, made }) => {
    const id = await made('/products', { name: 'With a file' });
    await send('POST', '/files', textFile({ product_id: id }));
    return [await get(`/products/${id}/files`)];
  },
  'v1 GET /productFields/:id': async (make) => [
    await make.get(`/productFields/${(await newField(make, 'product'))['id']}`),
    await make.get('/productFields/999999'),
  ],
  'v1 PUT /deals/:id': async ({ rig, send }) => [
    await send('PUT', `/deals/${await openDeal(rig)}`, { stage_id: 2, status: 'won' }),
  ],
  'v2 PATCH /deals/:id': async ({ rig, send }) => [
    await send('PATCH', `/deals/${await openDeal(rig)}`, { stage_id: 3, status: 'lost', lost_reason: 'Price' }),
  ],
  'v1 GET /activities': async ({ get }) => [
    await get('/activities?user_id=0'),
    await get('/activities?user_id=0&type=call&done=1'),
  ],
  'v1 POST /activities': async ({ send }) => [await send('POST', '/activities', { subject: 'Call', type: 'call', person_id: 3 })],
  'v2 POST /activities': async ({ send }) => [
    await send('POST', '/activities', { subject: 'Call', type: 'call', participants: [{ person_id: 3, primary: true }] }),
  ],
  'v1 PUT /activities/:id': async ({ send }) => [await send('PUT', '/activities/3', { done: 1 })],
  'v2 PATCH /activities/:id': async ({ send }) => [
    await send('PATCH', '/activities/4', { done: true, location: { value: 'Tartu' } }),
  ],
  'v1 GET /activityTypes': async ({ get }) => [await get('/activityTypes')],
  'v1 POST /notes': async ({ send }) => [
    await send('POST', '/notes', { content: '<b>Hi</b>', person_id: 3, pinned_to_person_flag: 1 }),
  ],
  'v1 PUT /notes/:id': async ({ send }) => [await send('PUT', '/notes/3', { content: 'Changed' })],
  'v1 DELETE /notes/:id': async ({ send }) => [await send('DELETE', '/notes/4')],
  'v1 POST /files': async ({ send }) => [await send('POST', '/files', textFile({ person_id: 3 }))],
  'v1 PUT /files/:id': async ({ send }) => [await send('PUT', '/files/3', { name: 'renamed.txt', description: 'Changed' })],
  'v1 DELETE /files/:id': async ({ send, rig }) => {
    const { data } = await rig.send('POST', '/v1/files', textFile({ person_id: 3 }));
    return [await send('DELETE', `/files/${data['id']}`)];
  },
  'v1 GET /currencies': async ({ get }) => [await get('/currencies'), await get('/currencies?term=euro')],
  'v1 GET /filters': async ({ get }) => [await get('/filters'), await get('/filters?type=people')],
  'v1 GET /userSettings': async ({ get }) => [await get('/userSettings')],
  'v1 GET /mailbox/mailMessages/:id': async ({ get }) => [await get('/mailbox/mailMessages/1')],
};

/** The collection of a path: /persons of /persons/:id. */
const collectionOf = (path: string): string => path.replace(/\/:\w+.*/, '');

/** The least a new record of a collection needs. */
function usualBody(path: string, version: string): Json {
  if (path === '/stages') return { name: 'Made for an example', pipeline_id: 1 };
  if (path === '/activities') return { subject: 'Made for an example', type: 'task' };
  return path === '/products'
    ? { name: 'Made for an example', prices: [{ price: 5, currency: 'EUR' }] }
    : version === 'v1'
      ? full
      : person;
}

/** Successful requests of an operation. */
export async function exampleReplies(rig: Rig, { version, method, path }: Operation): Promise<Reply[]> {
  const at = `/api/${version}`;
  const send: Maker['send'] = (verb, to, body) => rig.send(verb, `${at}${to}`, body);
  const get: Maker['get'] = (to) => rig.get(`${at}${to}`);
  const made: Maker['made'] = async (to, body) => Number((await send('POST', to, body)).data['id']);
  const own = examples[`${version} ${method} ${path}`];
  if (own) return own({ rig, at, made, send, get });
  const collection = collectionOf(path);
  const body = usualBody(collection, version);
  if (path.endsWith('/search')) return [await get(`${path}?term=an`)];
  if (method === 'POST') return [await send('POST', path, collection === '/pipelines' ? { name: 'New' } : body)];
  const record = collection === '/pipelines' ? { name: 'New' } : body;
  if (method === 'DELETE') return [await send('DELETE', path.replace(':id', String(await made(collection, record))))];
  if (method !== 'GET')
    return [await send(method, path.replace(':id', String(await made(collection, record))), { name: 'Changed' })];
  if (path.includes(':id')) return [await get(path.replace(':id', '3')), await get(path.replace(':id', '4'))];
  return [await get(`${path}?limit=500`), await get(`${path}?limit=1`)];
}
