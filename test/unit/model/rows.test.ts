import assert from 'node:assert/strict';
import { equalValues, problemsOf, showValue, validateValue, valueOf, writeValue } from '../../../src/model/fieldTypes/index.ts';
import { field } from './fields.ts';

const prices = field({
  key: 'prices',
  name: 'Prices',
  type: 'rows',
  columns: [
    field({ key: 'currency', name: 'Currency', type: 'currency', required: true, unique: true }),
    field({ key: 'price', name: 'Price', type: 'double', required: true }),
    field({ key: 'notes', name: 'Note', type: 'varchar' }),
    field({ key: 'id', name: 'Number', type: 'int', writable: false }),
  ],
});

const problem = (rows: unknown): string | undefined => {
  const found = validateValue(prices, valueOf(prices, { prices: rows }));
  return found?.text;
};

describe('lists of rows', () => {
  it('hold the columns that can be written, and the id that names a row', () => {
    const value = valueOf(prices, { prices: [{ id: 7, currency: 'EUR', price: 1, notes: '', product_id: 3 }] });
    assert.deepEqual(value, [{ id: 7, currency: 'EUR', price: 1 }]);
    assert.equal(valueOf(prices, { prices: [] }), null);
    assert.deepEqual(writeValue(prices, null), []);
  });

  it('say which row is wrong, and why', () => {
    assert.equal(problem([{ currency: 'EUR', price: 1 }]), undefined);
    assert.equal(
      problem([
        { currency: 'EUR', price: 1 },
        { currency: 'USD', price: 'x' },
      ]),
      '“Prices”, row 2: “Price” must be a number, such as 12 or 3.5.',
    );
    assert.equal(problem([{ price: 1 }]), '“Prices”, row 1: “Currency” must be given.');
    assert.equal(problem(['x']), '“Prices”, row 1: it must be an object, in braces.');
    assert.equal(problem('x'), '“Prices” must be a list.');
    assert.equal(
      problem([
        { currency: 'EUR', price: 1 },
        { currency: 'EUR', price: 2 },
      ]),
      '“Prices”, row 2: “Currency” is there already.',
    );
  });

  it('say it of every cell that is wrong, in order, and of each once', () => {
    const rows = [
      { currency: 'EUR', price: 'x' },
      { price: 1 },
      { id: 4, currency: 'EUR', price: 2 },
      { id: '4', currency: 'USD' },
    ];
    assert.deepEqual(
      problemsOf(prices, valueOf(prices, { prices: rows })).map(({ at, text }) => [at, text.replace(/^“Prices”, row \d: /, '')]),
      [
        [[0, 'price'], '“Price” must be a number, such as 12 or 3.5.'],
        [[1, 'currency'], '“Currency” must be given.'],
        [[2, 'currency'], '“Currency” is there already.'],
        [[3, 'id'], 'another row has this “id” already. Take it out of a copied row, which is a new one.'],
        [[3, 'price'], '“Price” must be given.'],
      ],
    );
  });

  it('have no id twice, whatever it is spelled like: the second would overwrite the first', () => {
    const found = validateValue(
      prices,
      valueOf(prices, {
        prices: [
          { id: 5, currency: 'EUR', price: 1 },
          { id: '5', currency: 'USD', price: 2 },
        ],
      }),
    );
    assert.match(found?.text ?? '', /“Prices”, row 2: another row has this “id” already/);
    assert.deepEqual(found?.at, [1, 'id']);
  });

  it('are compared row by row, in order', () => {
    const [a, b] = [
      { currency: 'EUR', price: 1 },
      { currency: 'USD', price: 2 },
    ];
    const value = (...rows: unknown[]) => valueOf(prices, { prices: rows });
    assert.ok(equalValues(prices, value(a, b), value({ ...a, notes: '' }, { ...b, product_id: 9 })));
    assert.ok(!equalValues(prices, value(a, b), value(b, a)));
    assert.ok(!equalValues(prices, value(a, b), value(a, { ...b, price: 3 })));
  });

  it('read as text, without what is unset', () => {
    assert.equal(
      showValue(prices, [
        { currency: 'EUR', price: 1.5 },
        { currency: 'USD', price: 2, notes: 'net' },
      ]),
      'EUR (1.5), USD (2 · net)',
    );
  });
});
