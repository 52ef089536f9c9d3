import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldOf } from '../../../src/api/fieldOf.ts';
import { faultOf, isSuccess, type RawAnswer } from '../../../src/api/faults.ts';
import type { OperationName } from '../../../src/api/operations.ts';
import type { ApiVersion } from '../../../src/api/types.ts';
import { decodeRow } from '../../../src/api/wires/decode.ts';
import { wireOf } from '../../../src/api/wires/index.ts';
import type { Row, WireEntity } from '../../../src/api/wires/wire.ts';
import { isObject } from '../../../src/model/isObject.ts';
import { noRecordings, skipFor } from '../skip.ts';

/** Real answers, kept beside the checkout and never in it. */
const folder = join(import.meta.dirname, '../../../../shared/recorded');

interface Recording {
  readonly file: string;
  readonly version: ApiVersion;
  readonly method: string;
  readonly status: number;
  readonly body: unknown;
}

function recordings(): Recording[] {
  const [, ...lines] = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [file = '', version, method = '', , status] = line.split('\t');
    const body: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return { file, version: version === 'v2' ? 'v2' : 'v1', method, status: Number(status) || 200, body };
  });
}

/** Which entity a recording's folder holds; undefined for what this product does not read yet. */
function entityOf(file: string): WireEntity | undefined {
  const name = file.split('/')[1] ?? '';
  if (/-delete$|-search$|^deals-products|^errors/.test(name)) return undefined;
  const subject = name.replace(/^recents-/, '').replace(/-.*$/, '');
  const entities: Record<string, WireEntity> = {
    ...{ persons: 'person', products: 'product', pipelines: 'pipeline', stages: 'stage', deals: 'deal' },
    ...{ organizations: 'organization', activities: 'activity', files: 'file', users: 'user' },
    ...{ personFields: 'personField', productFields: 'productField', dealFields: 'personField' },
  };
  return entities[subject];
}

function rows(body: unknown): readonly unknown[] {
  const data = isObject(body) && 'success' in body ? body.data : body;
  if (Array.isArray(data)) return data.map((row: unknown) => (isObject(row) && isObject(row.data) ? row.data : row));
  return data === null || data === undefined ? [] : [data];
}

describe('recorded answers', () => {
  if (!existsSync(folder)) {
    it('are not here: the folder of recorded answers is absent', function () {
      skipFor(this, noRecordings);
    });
    return;
  }

  for (const { file, version, method, status, body } of recordings()) {
    const entity = entityOf(file);
    if (entity !== undefined) {
      it(`decodes ${file} and gives every value back`, () => {
        const wire = wireOf(entity, version);
        rows(body).forEach((raw, index) => {
          if (raw === null) return;
          const { record, misfits } = decodeRow(wire, raw, `data[${index}]`, new Map());
          assert.deepEqual(misfits, []);
          assert.ok(record);
          assert.deepEqual(wire.restore(record, new Map()), raw);
          assert.deepEqual(wire.restore(structuredClone(record), new Map()), raw as Row);
          if (entity === 'personField' || entity === 'productField') {
            assert.ok(fieldOf(record, 'person', 'v2')?.name);
          }
        });
      });
    }

    it(`judges ${file} by its envelope`, () => {
      if (!isObject(body) || !('success' in body || 'status' in body)) return;
      const answer: RawAnswer = {
        operation: 'person.update' satisfies OperationName,
        version,
        method: method as RawAnswer['method'],
        status,
        told: {},
        body,
      };
      if (isSuccess(answer)) {
        assert.equal(body.success, true);
        return;
      }
      const error = faultOf(answer, (text) => text);
      assert.equal(error.name, 'PipedriveError');
      assert.notEqual(error.fault, 'unreachable');
      assert.ok(error.message.length > 20, error.message);
    });
  }
});
