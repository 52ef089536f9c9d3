import assert from 'node:assert/strict';
import { foldEmail, foldName } from '../../../src/model/doubles/folding.ts';
import { phoneFolding } from '../../../src/model/doubles/phone.ts';
import { alike, slipKeys } from '../../../src/model/doubles/slips.ts';

describe('Folding what is compared', () => {
  it('takes accents, capitals, titles and the order of words from a name', () => {
    for (const name of ['Zoë Weiß', 'weiss, zoe', 'ZOE WEISS', 'Frau Dr. Zoë Weiß', '  Zoë\tWeiß ', 'Zoe\u0308 Weiß'])
      assert.equal(foldName(name), 'weiss zoe', name);
    assert.equal(foldName("Sinéad O'Neill"), foldName('Sinead O’Neill'));
    assert.equal(foldName('Łukasz Żak'), 'lukasz zak');
    assert.equal(foldName('Dr. Frau'), 'dr frau');
    assert.equal(foldName('🦄'), '');
  });

  it('leaves what tells names of other scripts apart', () => {
    assert.notEqual(foldName('राहुल शर्मा'), foldName('रहल शरम'));
    assert.equal(foldName('佐藤美咲'), '佐藤美咲');
    assert.equal(foldName('김민준'), '김민준');
    assert.equal(foldName('مُحَمَّد'), foldName('محمد'));
  });

  it('knows a mailbox by its address', () => {
    assert.equal(foldEmail(' Ann@Example.COM '), 'ann@example.com');
    assert.equal(foldEmail('mailto:ann+crm@example.com'), 'ann@example.com');
    assert.equal(foldEmail('an.n@googlemail.com'), 'ann@gmail.com');
    assert.equal(foldEmail('an.n@example.com'), 'an.n@example.com');
    for (const none of ['', 'ann', 'ann@', '@example.com', 'a b@example.com']) assert.equal(foldEmail(none), undefined);
  });

  it('writes a number one way, by the company’s country', () => {
    const german = phoneFolding('DE');
    for (const number of ['+49 30 23125 042', '030/23125042', '+49 (0)30 23125-042', '0049 30 23125042', 'tel:+493023125042'])
      assert.equal(german(number), '+493023125042', number);
    assert.equal(phoneFolding('US')('(503) 555-0142'), '+15035550142');
    assert.equal(german('+49 30 23125 042 ext. 7'), '+493023125042;7');
    // Nobody knows where it is: it is the same as itself.
    assert.equal(phoneFolding('')('030/23125042'), phoneFolding('')('030 23125042'));
    assert.equal(phoneFolding('XX')('030 23125042'), '03023125042');
    for (const none of ['', 'n/a', '12', '-']) assert.equal(german(none), undefined, none);
  });
});

describe('Slips in a name', () => {
  const meet = (one: string, other: string): boolean => {
    const keys = new Set(slipKeys(other));
    return slipKeys(one).some((key) => keys.has(key));
  };
  const told = (one: string, other: string): boolean => {
    const [a, b] = [foldName(one), foldName(other)];
    assert.ok(!alike(a, b) || meet(a, b), `${one} and ${other} never meet`);
    assert.equal(alike(a, b), alike(b, a));
    return alike(a, b);
  };

  it('are a letter too many, too few, another, or two swapped', () => {
    for (const other of [
      'Jonathan Smiht',
      'Jonathan Smit',
      'Jonathan Smitth',
      'Jonathan Smyth',
      'Jonahtan Smith',
      'Qonathan Smith',
    ])
      assert.ok(told('Jonathan Smith', other), other);
    assert.ok(told('Jürgen Müller', 'Juergen Mueller'));
  });

  it('are not what tells one person from another', () => {
    for (const [one, other] of [
      ['Maria Rossi', 'Mario Rossi'],
      ['Jan Novak', 'Jana Novak'],
      ['Anna Kowalska', 'Anna Kowalski'],
      ['Kim Lee', 'Kim Li'],
      ['Ann Miller', 'Jim Miller'],
      ['Person 1001', 'Person 1002'],
      ['Maria', 'Marla'],
      ['Anna Schmidt', 'Anna Maria Schmidt'],
      ['Anna Schmidt', 'Anna Schmidt'],
    ] as const)
      assert.ok(!told(one, other), `${one}, ${other}`);
  });
});
