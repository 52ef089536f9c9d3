import assert from 'node:assert/strict';
import { isWireEntity, pasted, type PasteTarget } from '../../../src/surfaces/document/json/pasted.ts';
import { field, fields, source, tags } from '../model/fields.ts';

const schema = 'pipedrive-schema:/acme/person.json';
const target: PasteTarget = { entity: 'person', fields, schema, values: { name: 'Old', owner_id: 9 }, base: {} };
const made = (copied: unknown, onto = target) => {
  const result = pasted(typeof copied === 'string' ? copied : JSON.stringify(copied), onto);
  return result && { record: JSON.parse(result.text) as unknown, left: result.left };
};

describe('a whole record, pasted', () => {
  const whole = { $schema: schema, name: 'Ann', emails: [], owner_id: 3, custom_fields: { [source.key]: 2 } };

  it('from Pipedrive’s version 2: what can be written, under this document’s schema', () => {
    const data = { id: 7, name: 'Ann', owner_id: 3, add_time: 'then', custom_fields: { [source.key]: 2, [tags.key]: null } };
    const expected = { record: whole, left: ['id', 'add_time'] };
    assert.deepEqual(made({ success: true, data }), expected);
    assert.deepEqual(made(data), expected);
  });

  it('from version 1, whose names and shapes are others', () => {
    const data = { id: 7, name: 'Ann', owner_id: { id: 3, name: 'Owner', value: 3 }, active_flag: true, [source.key]: '2' };
    assert.deepEqual(made({ success: true, data })?.record, whole);
  });

  it('from another record’s text, with or without its schema', () => {
    assert.deepEqual(made({ ...whole, $schema: undefined }), { record: whole, left: [] });
    assert.deepEqual(made({ ...whole, $schema: 'pipedrive-schema:/other/person.json' }), { record: whole, left: [] });
  });

  it('is read for what comes over a wire of its own alone', () => {
    assert.ok(isWireEntity('person') && !isWireEntity('lead') && !isWireEntity('toString'));
  });

  it('leaves alone what is no record, or fits already', () => {
    for (const copied of ['', 'Ann', '[1]', '{"a": 1}', '{"broken', 7, whole]) assert.equal(made(copied), undefined);
  });

  it('keeps a standard value that was not pasted, and no custom one', () => {
    assert.deepEqual(made({ name: 'Ann' })?.record, { $schema: schema, name: 'Ann', emails: [], owner_id: 9 });
  });

  it('another record’s rows come without their ids', () => {
    const stages = field({ key: 'stages', type: 'rows', columns: [field({ key: 'name', type: 'varchar' })] });
    const onto = { ...target, entity: 'pipeline' as const, fields: [stages], base: { stages: [{ id: 2, name: 'B' }] } };
    assert.deepEqual(
      made(
        {
          stages: [
            { id: 1, name: 'A' },
            { id: 2, name: 'B' },
          ],
        },
        onto,
      )?.record,
      {
        $schema: schema,
        stages: [{ name: 'A' }, { id: 2, name: 'B' }],
      },
    );
  });
});
