import assert from 'node:assert/strict';
import type { SearchField } from '../../src/api/types.ts';
import { matchOf } from '../../src/surfaces/search/match.ts';

const hit = (...texts: readonly (readonly [SearchField, string])[]) => ({
  ...{ id: 1, name: 'Åsa Lindström' },
  texts: texts.map(([field, text]) => ({ field, text })),
});

describe('Why a search found a record', () => {
  it('needs no word where it is the name, however it is written', () => {
    for (const term of ['lindstrom', 'ÅSA', '  asa l '])
      assert.equal(matchOf(hit(['email', 'asa@example.org']), term), undefined);
  });

  it('is the text in which the term stands', () => {
    const found = matchOf(hit(['email', 'one@example.org'], ['email', 'Two@example.org'], ['custom_fields', 'two']), 'TWO');
    assert.deepEqual(found, { field: 'email', text: 'Two@example.org' });
  });

  it('is a phone number by its digits, and no shorter run of them', () => {
    const phone = hit(['phone', '+46 8 465 004 08']);
    assert.equal(matchOf(phone, '465-00')?.text, '+46 8 465 004 08');
    assert.equal(matchOf(phone, '40 x'), undefined);
  });

  it('is a note’s words, cut to where the term stands', () => {
    const note = `<p>${'before '.repeat(30)}<b>Wants</b> a discount &amp; more${' after'.repeat(30)}</p>`;
    const text = matchOf(hit(['notes', note]), 'a disc')?.text ?? '';
    assert.match(text, /^….*Wants a discount & more.*…$/);
    assert.ok(text.length < 100, text);
  });

  it('stays unknown where the answer does not tell it', () => {
    assert.equal(matchOf({ id: 1, name: 'Bo' }, 'x'), undefined);
    assert.equal(matchOf(hit(['email', 'a@b.c']), ''), undefined);
  });
});
