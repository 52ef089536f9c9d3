import { registerHooks } from 'node:module';
import type { Uri } from 'vscode';
import type { Account } from '../../../../src/account/types.ts';
import { createApi } from '../../../../src/api/index.ts';
import type { Api, ApiVersion } from '../../../../src/api/types.ts';
import type { Kind } from '../../../../src/kinds/index.ts';
import type { PipedriveRecord, RecordId, Values } from '../../../../src/model/record.ts';
import { standing } from '../../../../src/model/threeWay.ts';
import type { LogEntry } from '../../../../src/sandbox/log.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { textOf } from '../../../../src/surfaces/document/recordText.ts';
import type { RecordDocuments } from '../../../../src/surfaces/document/documents.ts';
import type { RecordState } from '../../../../src/surfaces/document/state.ts';
import { token } from '../../api/server.ts';

// Whatever is imported after this line gets the stand-in where it asks for VS Code.
registerHooks({
  resolve: (name, context, next) =>
    name === 'vscode' ? { url: new URL('./vscode.ts', import.meta.url).href, shortCircuit: true } : next(name, context),
});
const { Records } = await import('../../../../src/kinds/records.ts');
const { Saving } = await import('../../../../src/surfaces/document/saving.ts');
const { RecordState: State } = await import('../../../../src/surfaces/document/state.ts');
const { Uri: Address } = await import('vscode');

const account: Account = { id: 'demo', company: 'Demo', user: 'Ann', currency: 'EUR', demo: false };

/** A company whose records are saved from texts, by the real save over the real API, without VS Code. */
export async function company() {
  const sandbox = await startSandbox({ token, persons: 30, limits: 'off' });
  const apis: Api[] = [];
  /** The writes since the last look. */
  const writes = (): readonly LogEntry[] => {
    const found = sandbox.log.entries.filter(({ method }) => method !== 'GET');
    sandbox.log.clear();
    return found;
  };
  const on = (version: ApiVersion) => {
    const log = { debug: () => undefined, warn: () => undefined };
    const api = createApi({ baseUrl: sandbox.url, token, version: () => version, log });
    apis.push(api);
    const records = new Records({ session: async () => ({ account, api }) } as never);
    const nothing = async () => undefined;
    const documents = {
      records,
      ...{ keep: nothing, keepAnew: nothing, name: nothing, changed: () => undefined, document: () => undefined },
    } as unknown as RecordDocuments;
    const saving = new Saving(documents);

    const begin = async (kind: Kind, name: string, address: RecordState['address']): Promise<RecordState> => {
      const uri: Uri = Address.from({ scheme: 'pipedrive', path: `/demo/${kind.folder}/${name}.record` });
      const state = new State(uri, address);
      state.known = await records.fields(kind, account.id);
      return state;
    };
    const stand = (state: RecordState, record: PipedriveRecord): RecordState => {
      state.latest = record;
      state.base = standing(state.fields, record);
      return state;
    };
    return {
      api,
      records,
      open: async (kind: Kind, id: RecordId) =>
        stand(
          await begin(kind, String(id), { accountId: account.id, kind, id }),
          await records.get({ accountId: account.id, kind, id }),
        ),
      draft: async (kind: Kind) => {
        const values = (await kind.defaults?.({ account, api })) ?? {};
        const state = await begin(kind, 'new-1', { accountId: account.id, kind, draft: 'new-1' });
        return stand(state, { id: 'new-1', values, names: {}, extras: {} });
      },
      /** Saves a state with some of its values changed; `undefined` takes a line out of the text. */
      save: (state: RecordState, changes: Values) => saving.save(state, textWith(state, changes)),
    };
  };
  const close = async () => {
    for (const api of apis) api.dispose();
    await sandbox.close();
  };
  return { sandbox, on, writes, close };
}

/** The state's text with some values changed. */
function textWith(state: RecordState, changes: Values): string {
  const whole = JSON.parse(textOf(state.fields, state.latest?.values ?? {}, 'schema')) as Record<string, unknown>;
  const custom = { ...(whole['custom_fields'] as Values | undefined) };
  for (const [key, value] of Object.entries(changes)) {
    if (state.fields.some((field) => field.key === key && field.custom)) custom[key] = value;
    else whole[key] = value;
  }
  return JSON.stringify({ ...whole, custom_fields: custom });
}
