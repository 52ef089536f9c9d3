import assert from 'node:assert/strict';
import { complaints } from '../../../src/api/complaints.ts';
import type { Fault } from '../../../src/api/errors.ts';
import { faultOf, isSuccess, type RawAnswer } from '../../../src/api/faults.ts';

const answer = (status: number, body?: unknown, more: Partial<RawAnswer> = {}): RawAnswer => ({
  operation: 'person.get',
  version: 'v2',
  method: 'GET',
  status,
  told: {},
  body,
  ...more,
});

const fault = (one: RawAnswer) => faultOf(one, (text) => text);
const error = (message: string, more: object = {}) => ({ success: false, error: message, ...more });
const v1 = { version: 'v1' } as const;
const post = { method: 'POST', operation: 'person.create' } as const;

const shapes: ReadonlyArray<readonly [string, RawAnswer, Fault, RegExp]> = [
  ['a refusal of version 2', answer(400, error('Validation failed: owner_id: User not found')), 'invalid', /User not found/],
  ['a refusal of version 1', answer(400, error('Name must be given.', { data: null }), v1), 'invalid', /Name must be given/],
  ['a 400 without a body', answer(400), 'invalid', /without saying why/],
  [
    'an error object',
    answer(400, { success: false, error: { message: 'Too short', code: 'E', failed_fields: ['term'] } }, v1),
    'invalid',
    /Too short/,
  ],
  ['an errors map', answer(422, { status: 'error', errors: { event_action: ['is wrong'] } }), 'invalid', /is wrong/],
  ['an unknown token', answer(401, error('unauthorized access', { errorCode: 401 })), 'unauthorized', /Sign in again/],
  ['a missing suite', answer(402, error('Required suites missing', { errorCode: 402 })), 'payment', /suites missing/],
  [
    'a missing feature',
    answer(403, error('The company does not have access to this feature')),
    'payment',
    /plan does not include/,
  ],
  ['a plan limit', answer(403, error('Limit', { code: 'feature_capping_deals_limit' })), 'payment', /limit of the company/],
  ['a missing permission', answer(403, error('You do not have permissions to do this.')), 'forbidden', /not allowed/],
  ['a firewall’s page', answer(403), 'forbidden', /firewall/],
  ['a record that is not there', answer(404, error('Person not found'), v1), 'notFound', /does not find this/],
  ['a record that is gone', answer(410, error('The field is not found'), v1), 'gone', /no longer exists/],
  ['a burst', answer(429, error('request over limit'), { told: { burstRemaining: 0 } }), 'rateLimited', /no more requests/],
  [
    'a spent budget by its header',
    answer(429, error('x'), { told: { dailyRemaining: 0, burstRemaining: 0 } }),
    'budgetSpent',
    /today/,
  ],
  [
    'a spent budget by the burst that is left',
    answer(429, error('x'), { told: { burstRemaining: 5 } }),
    'budgetSpent',
    /renewed/,
  ],
  ['a redirect', answer(302), 'redirected', /not followed/],
  ['a server fault', answer(500, error('Internal Server Error', { code: 'ERR_UNKNOWN' })), 'server', /\(500\)/],
  ['a gateway’s page for a read', answer(502), 'server', /\(502\)/],
  ['a gateway’s page for a write', answer(502, undefined, post), 'unknownOutcome', /may or may not/],
  ['success:false under 200', answer(200, error('No')), 'unexpected', /“No”/],
  ['success:false under 200 of a write, which says that it was not done', answer(200, error('No'), post), 'invalid', /“No”/],
  ['success:false under an unknown status of a write', answer(418, error('No'), post), 'invalid', /“No”/],
  ['success:false under 200 with a code', answer(200, error('No', { errorCode: 403 })), 'forbidden', /“No”/],
  ['status:false', answer(200, { status: false, error: 'No' }), 'unexpected', /“No”/],
  ['an empty answer to a read', answer(200), 'unexpected', /cut off/],
  ['an empty answer to a write', answer(200, undefined, post), 'unknownOutcome', /may or may not/],
  ['a list where an envelope should be', answer(200, []), 'unexpected', /cut off/],
  ['an unknown status', answer(418), 'unexpected', /418/],
  ['a page under 404 in version 2', answer(404), 'unexpected', /company domain/],
  ['501', answer(501, error('x'), v1), 'unsupported', /pipedrive\.apiVersion/],
  ['an unknown method', answer(404, { status: false, error: 'Unknown method .' }, v1), 'unsupported', /version 1/],
  ['a path no scope covers', answer(403, error('Scope and URL mismatch', { errorCode: 403 }), v1), 'unsupported', /“v2”/],
  ['404 without an envelope in version 1', answer(404, undefined, v1), 'unsupported', /“v2”/],
  ['410 without an envelope in version 1', answer(410, { message: 'gone' }, v1), 'unsupported', /“v2”/],
  [
    'the same where version 2 has no such operation',
    answer(404, undefined, { ...v1, operation: 'user.me' }),
    'unexpected',
    /company domain/,
  ],
];

describe('answers that are no success', () => {
  for (const [name, one, expected, sentence] of shapes) {
    it(`${name}: ${expected}`, () => {
      assert.equal(isSuccess(one), false);
      const found = fault(one);
      assert.equal(found.fault, expected);
      assert.match(found.message, sentence);
      assert.equal(found.status, one.status);
    });
  }

  it('deleting what is already deleted is a success', () => {
    const gone = answer(410, { success: true, data: { id: 11 } }, { ...v1, method: 'DELETE', operation: 'person.remove' });
    assert.equal(isSuccess(gone), true);
    assert.equal(isSuccess({ ...gone, method: 'GET' }), false);
  });

  it('keep Pipedrive’s words and the request’s id, without the token', () => {
    const found = faultOf(answer(400, error('bad SECRET: Validation'), { told: { requestId: 'r-1' } }), (text) =>
      text.replaceAll('SECRET', '[token]'),
    );
    assert.equal(found.serverMessage, 'bad [token]: Validation');
    assert.equal(found.requestId, 'r-1');
    assert.doesNotMatch(found.message, /SECRET/);
  });

  it('read nothing into names that every object has', () => {
    assert.equal(fault(answer(400, JSON.parse('{"success":false,"error":"__proto__: x"}'))).fault, 'invalid');
    assert.deepEqual(Object.keys(complaints('Validation failed: constructor: bad; __proto__: worse')), ['constructor']);
  });
});

describe('complaints by field', () => {
  const hex = '3b71d5b6cea10e23f3f433d248add2020d4aff2e';
  const cases: ReadonlyArray<readonly [string, Record<string, string>]> = [
    ['Validation failed: owner_id: User not found or not accessible.', { owner_id: 'User not found or not accessible.' }],
    [
      `Validation failed: ${hex}: Parameter '${hex}' is not allowed; name: Too long`,
      { [hex]: `Parameter '${hex}' is not allowed`, name: 'Too long' },
    ],
    [
      'Validation failed: name: Too long; please note: use fewer letters; visible_to: Wrong',
      { name: 'Too long; please note: use fewer letters', visible_to: 'Wrong' },
    ],
    ['Validation failed: emails[0].value: Not an address', { emails: 'Not an address' }],
    [`Validation failed: custom_fields: Unknown key '${hex}'`, { [hex]: `Unknown key '${hex}'` }],
    [`Validation failed: custom_fields.${hex}: Expected a number`, { [hex]: 'Expected a number' }],
    ['Validation failed: name: One.; name: Two.', { name: 'One. Two.' }],
    ['Name must be given.', { name: 'Name must be given.' }],
    ['Product name must be given.', { name: 'Product name must be given.' }],
    ['user_id must be given', { owner_id: 'user_id must be given' }],
    ['Person not found', {}],
    ['Internal Server Error', {}],
  ];
  for (const [message, fields] of cases) {
    it(message.slice(0, 70), () => assert.deepEqual(complaints(message), fields));
  }

  it('come from an error object and an errors map too', () => {
    assert.deepEqual(fault(shapes[3]?.[1] ?? answer(0)).fields, { term: 'Too short' });
    assert.deepEqual(fault(shapes[4]?.[1] ?? answer(0)).fields, { event_action: 'is wrong' });
  });
});
