import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayText } from '../../src/model/displayText.ts';

/** Any UTF-16 units, halves of pairs among them. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

describe('displayText', () => {
  it('leaves a name as it is, in any script', () => {
    for (const name of ['Zoë Müller', '王小明', 'محمد علي', '<img src=x onerror=alert(1)>', '=HYPERLINK("x")', '👩‍👩‍👧 Ana']) {
      assert.equal(displayText(name), name);
    }
  });

  it('makes one line of many', () => {
    assert.equal(displayText('  Ana\r\n\tMaria\u2028Silva  '), 'Ana Maria Silva');
  });

  it('takes out controls and what turns the direction of text', () => {
    assert.equal(displayText('in\u202evoice\u2066.exe\u0000\u001b[31m\u200f'), 'invoice.exe[31m');
  });

  it('takes out what nobody sees, and leaves a flag its tags', () => {
    assert.equal(displayText('An\u00ada\u2062 Si\u034flva\u{e0041}\u{e0042}\u3164'), 'Ana Silva');
    for (const name of ['\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} Ana', 'می\u200cخواهم'])
      assert.equal(displayText(name), name);
  });

  it('shows a lone surrogate as the replacement character', () => {
    assert.equal(displayText('a\ud83d'), 'a\ufffd');
  });

  it('shows 300 characters in full and cuts only between whole ones', () => {
    const long = 'x'.repeat(300);
    assert.equal(displayText(long), long);
    assert.equal(displayText('👩‍👩‍👧'.repeat(5), 3), '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…');
    assert.equal(displayText('👩‍👩‍👧'.repeat(3), 3), '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧');
  });

  it('bounds one character that carries a thousand marks', () => {
    assert.ok(displayText(`a${'\u0301'.repeat(5000)}`, 10).length < 20);
  });

  it('gives a well-formed line of bounded length for any text', () => {
    fc.assert(
      fc.property(units, (text) => {
        const line = displayText(text, 10);
        assert.ok(line.isWellFormed());
        assert.ok(!/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(line));
        assert.ok(line.length <= 10 * 40 + 1);
      }),
    );
  });
});
