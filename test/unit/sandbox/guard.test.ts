import assert from 'node:assert/strict';
import { request } from 'node:http';
import { inner, type Rig, start } from './support.ts';

describe('sandbox: who may talk to it', function () {
  this.timeout(20_000);
  let rig: Rig;
  before(async () => {
    rig = await start();
  });
  after(() => rig.sandbox.close());

  /** fetch does not let a test choose its Host. */
  function statusWith(headers: Record<string, string>, path = '/v1/users/me'): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(`${rig.sandbox.url}${path}`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  const token = { 'x-api-token': 'test-token' };

  it('welcomes its own host names and no others', async () => {
    const { port } = rig.sandbox;
    assert.equal(await statusWith({ ...token, host: `127.0.0.1:${port}` }), 200);
    assert.equal(await statusWith({ ...token, host: `localhost:${port}` }), 200);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `localhost.evil.example:${port}`,
      `127.0.0.1:${port + 1}`,
    ]) {
      assert.equal(await statusWith({ ...token, host }), 403, host);
    }
  });

  it('refuses a foreign Origin, whatever the token', async () => {
    const { port } = rig.sandbox;
    assert.equal(await statusWith({ ...token, origin: `http://127.0.0.1:${port}` }), 200);
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${port}`, 'http://localhost:1']) {
      assert.equal(await statusWith({ ...token, origin }), 403, origin);
    }
  });

  it('answers without a valid token as the gateway does, on any path', async () => {
    for (const path of ['/v1/users/me', '/api/v2/persons', '/nowhere', '/__sandbox/log']) {
      const response = await fetch(`${rig.sandbox.url}${path}`, { headers: { 'x-api-token': 'wrong' } });
      assert.equal(response.status, 401, path);
      assert.equal(response.headers.get('x-401-by-gw'), 'true');
      assert.ok(response.headers.get('x-correlation-id'));
      assert.deepEqual(await response.json(), {
        success: false,
        error: 'unauthorized access',
        errorCode: 401,
        error_info: 'Please check developers.pipedrive.com',
      });
    }
  });

  it('does not take the token from the address', async () => {
    const response = await fetch(`${rig.sandbox.url}/v1/users/me?api_token=test-token`);
    assert.equal(response.status, 401);
  });

  it('answers what it does not know as each version does', async () => {
    const v1 = await rig.get('/v1/persons/');
    assert.equal(v1.status, 404);
    assert.deepEqual(v1.body, { status: false, error: 'Unknown method .' });
    assert.equal((await rig.get('/api/v2/nothing')).status, 404);
    assert.equal((await rig.get('/etc/passwd')).status, 404);
    assert.equal((await rig.get('/__sandbox/log')).status, 404, 'the control endpoints are off');
  });

  it('refuses broken JSON and bodies beyond all measure', async () => {
    const broken = await rig.send('POST', '/api/v2/persons', '{"name":');
    assert.equal(broken.status, 400);
    assert.equal(inner(broken.body)['success'], false);
    assert.equal((await rig.send('PUT', '/v1/persons/1', '{')).status, 400);
    const huge = await rig.send('POST', '/v1/persons', JSON.stringify({ name: 'x'.repeat(6_000_000) }));
    assert.equal(huge.status, 413);
  });

  it('answers under every prefix', async () => {
    for (const prefix of ['/v1', '/api/v1', '/v2', '/api/v2']) {
      assert.equal((await rig.get(`${prefix}/persons/1`)).status, 200, prefix);
    }
  });
});
