import assert from 'node:assert/strict';
import { PipedriveError } from '../../../src/api/errors.ts';
import type { Api, ApiVersion, ListOptions } from '../../../src/api/types.ts';
import { apiOn, type Seen, useServer } from './server.ts';

const page = (next: string) => ({
  json: { success: true, data: [{ id: 1, name: 'Ann' }], additional_data: { next_cursor: next } },
});
const gone = { status: 404, json: { status: false, error: 'Unknown method .' } };

describe('what Pipedrive no longer answers', () => {
  const serving = useServer();
  const refusal = async (api: Api, options?: ListOptions): Promise<PipedriveError> => {
    const error: unknown = await api
      .records('person')
      .list(options)
      .catch((reason: unknown) => reason);
    assert.ok(PipedriveError.is(error, 'unsupported'), String(error));
    assert.equal(error.status, 404);
    return error;
  };
  const without =
    (version: ApiVersion) =>
    ({ path }: Seen) =>
      path.startsWith(`/api/${version}/`) ? gone : page('next');

  for (const [chosen, other] of [
    ['v1', 'v2'],
    ['v2', 'v1'],
  ] as const) {
    it(`in ${chosen}, which is chosen, is to be had in ${other}`, async () => {
      const { api } = apiOn(await serving(without(chosen)), chosen);
      const { message, switchTo } = await refusal(api);
      assert.match(message, new RegExp(`Set “pipedrive\\.apiVersion” to “${other}”`));
      assert.equal(switchTo, other);
      api.dispose();
    });
  }

  for (const [chosen, other, filter] of [
    ['v2', 'v1', { first_char: 'a' }],
    ['v1', 'v2', { updated_since: '2026-01-01T00:00:00Z' }],
  ] as const) {
    it(`in ${other}, which was asked for a filter’s sake, is not to be had by choosing ${chosen} again`, async () => {
      const { api } = apiOn(await serving(without(other)), chosen);
      const { message: sentence, switchTo } = await refusal(api, { query: filter });
      assert.equal(switchTo, undefined);
      assert.doesNotMatch(sentence, /Set “pipedrive/);
      assert.match(sentence, /filter/);
      assert.match(sentence, /version 1.*version 2|version 2.*version 1/);
      api.dispose();
    });
  }
});
