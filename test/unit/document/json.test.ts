import assert from 'node:assert/strict';
import type { Node } from 'jsonc-parser';
import { choiceFixes, keyFixes, withoutKeys, type Fix, type FixContext } from '../../../src/surfaces/document/json/fixes.ts';
import { hintsOf } from '../../../src/surfaces/document/json/hintsOf.ts';
import { fieldProblems } from '../../../src/surfaces/document/problems.ts';
import { parseText } from '../../../src/surfaces/document/recordText.ts';
import { budget, emails, field, fields, name, source, tags } from '../model/fields.ts';

const column = (key: string, more: object = {}) => field({ key, name: key.toUpperCase(), type: 'double', ...more });
const prices = field({
  key: 'prices',
  name: 'Prices',
  type: 'rows',
  columns: [column('currency', { type: 'varchar', required: true, unique: true }), column('price', { required: true })],
});
const all = [...fields, prices];

function read(record: object) {
  const text = JSON.stringify(record, undefined, 2);
  const parsed = parseText(all, text);
  assert.ok(parsed.values);
  return { text, parsed, root: parsed.root };
}

describe('problems of a record’s text', () => {
  const found = (record: object, of = all) => {
    const { text, parsed } = read(record);
    return fieldProblems(of, parsed).map(({ offset, length, sentence }) => [text.slice(offset, offset + length), sentence.text]);
  };

  it('stand at the cell of a row, the item of a list, the part of an amount', () => {
    assert.deepEqual(
      found(
        {
          prices: [
            { currency: 'EUR', price: 1 },
            { currency: 'USD', price: 'two' },
          ],
        },
        [prices],
      )[0]?.[0],
      '"two"',
    );
    assert.deepEqual(
      found(
        {
          prices: [
            { currency: 'EUR', price: 1 },
            { currency: 'EUR', price: 2 },
          ],
        },
        [prices],
      )[0]?.[0],
      '"EUR"',
    );
    assert.deepEqual(found({ custom_fields: { [tags.key]: [1, 'Web'] } }, [tags])[0]?.[0], '"Web"');
    assert.deepEqual(found({ custom_fields: { [budget.key]: { value: '7' } } }, [budget])[0]?.[0], '"7"');
    assert.deepEqual(found({ emails: [{ value: 'a@b' }, { value: 'ab' }] }, [emails])[0]?.[0], '"ab"');
  });

  it('stand at every part that is wrong', () => {
    const rows = [
      { currency: 'EUR', price: 'one' },
      { currency: 'EUR', price: 'two' },
    ];
    assert.deepEqual(
      found({ prices: rows }, [prices]).map(([at]) => at),
      ['"one"', '"EUR"', '"two"'],
    );
    assert.deepEqual(
      found({ emails: [{ value: 'ab' }, { value: 'a@b' }, { value: 'ac' }] }, [emails]).map(([at]) => at),
      ['"ab"', '"ac"'],
    );
    assert.deepEqual(
      found({ custom_fields: { [tags.key]: ['Web', 'Fair'] } }, [tags]).map(([at]) => at),
      ['"Web"', '"Fair"'],
    );
  });

  it('tell of a part that a value does not have', () => {
    const [problem] = found({ custom_fields: { [budget.key]: { value: 7, currenci: 'EUR' } } }, [budget]);
    assert.deepEqual(problem, ['"EUR"', '“Budget” has no “currenci”.']);
  });

  it('stand at the first brace for what is missing', () => {
    assert.deepEqual(found({}, [name]), [['{', '“Name” must be given.']]);
  });

  it('a cell that no column has is a key that cannot be saved', () => {
    const { parsed, text } = read({ prices: [{ currency: 'EUR', price: 1, prise: 2 }] });
    assert.deepEqual(
      parsed.problems.map(({ offset, length }) => text.slice(offset, offset + length)),
      ['"prise"'],
    );
  });
});

describe('hints in a record’s text', () => {
  const shown = (record: object) => {
    const { text, root } = read(record);
    return hintsOf(all, root, { title: (one) => one.name, nameOf: (_field, id) => (id === 3 ? 'Ann\u202e Lee' : undefined) }).map(
      ({ offset, text: hint }) => `${text.slice(0, offset).split('\n').at(-1)?.trim()} ← ${hint}`,
    );
  };

  it('name fields, options and whom ids are of', () => {
    assert.deepEqual(shown({ name: 'X', owner_id: 3, custom_fields: { [source.key]: 2, [tags.key]: [1] } }), [
      '"owner_id": 3 ← Ann Lee',
      `"${source.key}" ← Source`,
      `"${source.key}": 2 ← Web`,
      `"${tags.key}" ← Tags`,
      '1 ← Fair',
    ]);
  });

  it('say nothing where nothing is known', () => assert.deepEqual(shown({ owner_id: 4, emails: [{ value: 'a@b' }] }), []));
});

describe('fixes of a record’s text', () => {
  const context = (record: object): FixContext => {
    const { text, root } = read(record);
    return { text, root, fields: all, title: (one) => one.name, choicesOf: (one) => one.options };
  };
  const made = (list: readonly Fix[]) => list.map(({ title, text }) => [title, JSON.parse(text) as unknown]);
  const valueIn = (of: FixContext): Node => {
    const [problem] = fieldProblems([source, tags], parseText(all, of.text));
    assert.ok(problem?.node);
    return problem.node;
  };
  const keys = (of: FixContext) => made(keyFixes(of, parseText(all, of.text).problems[0]?.offset ?? -1));

  it('put an option’s id for its label', () => {
    const of = context({ name: 'X', custom_fields: { [source.key]: 'fiar' } });
    assert.deepEqual(made(choiceFixes(of, valueIn(of))), [
      ['Did you mean “Fair” (1)?', { name: 'X', custom_fields: { [source.key]: 1 } }],
    ]);
  });

  it('make a list of it where the field is one', () => {
    const of = context({ name: 'X', custom_fields: { [tags.key]: 'Web' } });
    assert.deepEqual(made(choiceFixes(of, valueIn(of)))[0]?.[1], { name: 'X', custom_fields: { [tags.key]: [2] } });
    const inList = context({ name: 'X', custom_fields: { [tags.key]: [1, 'web'] } });
    assert.deepEqual(made(choiceFixes(inList, valueIn(inList)))[0]?.[1], { name: 'X', custom_fields: { [tags.key]: [1, 2] } });
  });

  it('rename a mistyped key, and move a field that is called by its name', () => {
    assert.deepEqual(keys(context({ nmae: 'X' })), [['Rename to “Name” (name)', { name: 'X' }]]);
    assert.deepEqual(keys(context({ name: 'X', Source: 1 })), [
      [`Rename to “Source” (${source.key})`, { name: 'X', custom_fields: { [source.key]: 1 } }],
    ]);
    assert.deepEqual(keys(context({ name: 'X', custom_fields: { owner: 3 } })), [
      ['Rename to “Owner” (owner_id)', { name: 'X', custom_fields: {}, owner_id: 3 }],
    ]);
    assert.deepEqual(keys(context({ prices: [{ currency: 'EUR', prise: 1 }] })), [
      ['Rename to “PRICE” (price)', { prices: [{ currency: 'EUR', price: 1 }] }],
    ]);
  });

  it('never offer a key that is there already', () => assert.deepEqual(keys(context({ name: 'X', nam: 'Y' })), []));

  it('take out the key that is pointed at, where it is there twice', () => {
    const text = '{ "name": "A", "name": "B" }';
    const parsed = parseText(all, text);
    assert.ok(parsed.root);
    const of = { text, root: parsed.root, fields: all, title: (one: { name: string }) => one.name, choicesOf: () => [] };
    assert.equal(withoutKeys(of, [parsed.problems[0]?.offset ?? 0]), '{ "name": "A" }');
    assert.equal(withoutKeys(of, [2]), '{ "name": "B" }');
  });

  it('take out what cannot be saved', () => {
    const of = context({ id: 7, name: 'X', add_time: 'then', custom_fields: { zzz: 1 } });
    const offsets = parseText(all, of.text).problems.map(({ offset }) => offset);
    assert.deepEqual(JSON.parse(withoutKeys(of, offsets)), { name: 'X', custom_fields: {} });
  });
});
