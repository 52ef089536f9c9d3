import assert from 'node:assert/strict';
import { linkOf } from '../../../src/model/contactLink.ts';
import { validateValue } from '../../../src/model/fieldTypes/index.ts';
import { emails } from './fields.ts';

const tel = (value: string) => linkOf('phones', value)?.path;
const mail = (value: string) => linkOf('emails', value)?.path;

describe('links of numbers and addresses', () => {
  it('call a number, however it is written', () => {
    assert.equal(tel('+372 5555 1234'), '+37255551234');
    assert.equal(tel(' (030) 90 18-20 / 5 '), '0309018205');
    assert.equal(tel('+49 (0)30.901820'), '+4930901820');
    assert.equal(linkOf('phone', '112')?.path, '112');
  });

  it('are soon told from what is far too long for one', () => {
    const start = performance.now();
    for (const long of [`1x${' '.repeat(60_000)}!`, '1 '.repeat(60_000), `a@${'b'.repeat(60_000)}!@`]) {
      assert.equal(tel(long), undefined);
      assert.equal(mail(long), undefined);
    }
    const field = { ...emails, key: 'emails' };
    assert.ok(validateValue(field, [{ value: `${'@'.repeat(60_000)} x` }]));
    assert.ok(performance.now() - start < 500);
  });

  it('keep an extension', () => {
    for (const value of ['+1 555 0100 x12', '+1 555 0100 ext. 12', '+1 555 0100,12', '+1 555 0100;12', '+1 555 0100 #12']) {
      assert.equal(tel(value), '+15550100;ext=12');
    }
  });

  it('write to an address', () => {
    assert.deepEqual(linkOf('emails', ' nils+work@example.org '), { scheme: 'mailto', path: 'nils+work@example.org' });
    assert.equal(mail('jõgi@näide.ee'), 'jõgi@näide.ee');
  });

  it('are none for what could act as something else', () => {
    for (const value of ['', 'ask the desk', 'javascript:alert(1)', 'tel:112', '*21*0900#', '12 34\u202e', '()', '+', 'x12']) {
      assert.equal(tel(value), undefined, value);
    }
    for (const value of [
      ...['nils', 'a@b@c', 'a b@c', 'a@b?bcc=x@y', 'a@b,c@d', 'a@b;c@d', 'a@b%0acc:x', 'mailto:a@b', 'a@b\u202e', '<a@b>'],
    ]) {
      assert.equal(mail(value), undefined, value);
    }
    assert.equal(linkOf('varchar', '112'), undefined);
  });
});
