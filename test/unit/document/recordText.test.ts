import assert from 'node:assert/strict';
import { valueOf } from '../../../src/model/fieldTypes/index.ts';
import type { Field } from '../../../src/model/field.ts';
import { nodeOf, parseText, setInText, textOf } from '../../../src/surfaces/document/recordText.ts';
import { budget, emails, fields, name, source, tags } from '../model/fields.ts';

const values = { name: 'Ann', owner_id: 1, add_time: '2026-01-01T00:00:00Z', [source.key]: 2, [budget.key]: null };
const text = textOf(fields, values, 'pipedrive-schema:/acme/person.json');
const problems = (of: string) => parseText(fields, of).problems.map((problem) => problem.sentence.text);

function set(before: string, field: Field, value: unknown, base: object = values): string {
  return setInText(fields, before, field, value, base as typeof values).reduceRight(
    (after, edit) => after.slice(0, edit.offset) + edit.content + after.slice(edit.offset + edit.length),
    before,
  );
}

describe('record text', () => {
  it('holds what can be written and nothing else', () => {
    assert.deepEqual(JSON.parse(text), {
      $schema: 'pipedrive-schema:/acme/person.json',
      name: 'Ann',
      emails: [],
      owner_id: 1,
      custom_fields: { [source.key]: 2 },
    });
    assert.ok(text.endsWith('}\n'));
  });

  it('reads back what it wrote', () => {
    const parsed = parseText(fields, text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.values, { name: 'Ann', emails: [], owner_id: 1, [source.key]: 2 });
  });

  it('keeps any text as it is', () => {
    for (const odd of [
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("x")',
      'a\nb\t"c"\\',
      '\u202eabc',
      '😀 漢字',
      'x'.repeat(300),
    ]) {
      assert.equal(parseText(fields, textOf(fields, { name: odd }, '')).values?.['name'], odd);
      assert.equal(parseText(fields, set(text, name, odd)).values?.['name'], odd);
    }
  });

  it('says where JSON is broken and what to do', () => {
    assert.match(problems('{\n  "name": "Ann"\n  "emails": []\n}')[0] ?? '', /line 3.*Correct it/);
    assert.match(problems('')[0] ?? '', /cannot be read|object/);
    assert.match(problems('[]')[0] ?? '', /object/);
    assert.equal(parseText(fields, '{').values, undefined);
  });

  it('points at a key that is there twice, at any depth', () => {
    const twice = (of: string) =>
      parseText(fields, of).problems.map(({ offset, length, sentence }) => [offset, length, sentence.text]);
    const said = '“name” is there twice. Remove one of the two.';
    assert.deepEqual(twice('{"name":"A","name":"B"}'), [[12, 6, said]]);
    assert.match(problems(`{"custom_fields":{"${budget.key}":{"value":1,"value":2}}}`).join(), /“value” is there twice/);
    assert.match(problems('{"custom_fields":{},"custom_fields":{}}').join(), /“custom_fields” is there twice/);
    assert.deepEqual(twice('{"emails":[{"value":"a@b"},{"value":"c@d"}]}'), []);
  });

  it('takes null for no custom fields, and puts one into it', () => {
    const none = '{"name":"A","custom_fields":null}';
    assert.deepEqual(problems(none), []);
    assert.deepEqual(JSON.parse(set(none, source, 2)), { name: 'A', custom_fields: { [source.key]: 2 } });
    assert.deepEqual(JSON.parse(set(none, budget, null)), JSON.parse(none));
  });

  it('says so where the text is nested beyond reading', () => {
    const deep = `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    assert.match(problems(deep).join(), /nested too deeply/);
  });

  it('refuses keys that would silently not be saved', () => {
    assert.match(problems('{"name":"Ann","add_time":"2020-01-01"}')[0] ?? '', /Added on.*cannot be changed/);
    assert.match(problems('{"nmae":"Ann"}')[0] ?? '', /“nmae” is no field/);
    assert.match(problems(`{"${source.key}":1}`)[0] ?? '', /no field/, 'a custom field outside custom_fields');
    assert.match(problems('{"custom_fields":{"name":"Ann"}}')[0] ?? '', /no field/);
    assert.match(problems('{"custom_fields":5}')[0] ?? '', /custom_fields/);
    assert.match(problems('{"__proto__":{"x":1}}')[0] ?? '', /__proto__/);
  });

  it('sets one field and touches nothing else', () => {
    const after = set(text, name, 'Anna');
    assert.equal(after, text.replace('"Ann"', '"Anna"'));
  });

  it('puts new keys where the order of fields has them', () => {
    const after = set(text, tags, [1]);
    assert.deepEqual(Object.keys((JSON.parse(after) as { custom_fields: object }).custom_fields), [source.key, tags.key]);
    const first = set('{\n  "name": "Ann"\n}\n', source, 1);
    assert.deepEqual(JSON.parse(first), { name: 'Ann', custom_fields: { [source.key]: 1 } });
    const between = set('{"owner_id": 1, "custom_fields": {}}', emails, [{ value: 'a@example.com' }]);
    assert.deepEqual(Object.keys(JSON.parse(between) as object), ['emails', 'owner_id', 'custom_fields']);
  });

  it('unsets: an empty list, null, or the line taken out again', () => {
    assert.equal((JSON.parse(set(text, emails, null)) as { emails: unknown[] }).emails.length, 0);
    const cleared = JSON.parse(set(text, source, null)) as { custom_fields: Record<string, unknown> };
    assert.deepEqual(cleared.custom_fields, { [source.key]: null });
    const tried = set(set(text, tags, [1]), tags, null);
    assert.deepEqual(JSON.parse(tried), JSON.parse(text));
  });

  it('finds a value’s place in the text', () => {
    const parsed = parseText(fields, text);
    const node = parsed.root && nodeOf(parsed.root, source);
    assert.equal(node && text.slice(node.offset, node.offset + node.length), '2');
    assert.equal(valueOf(source, parsed.values ?? {}), 2);
  });
});
