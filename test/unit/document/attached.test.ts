import assert from 'node:assert/strict';
import fc from 'fast-check';
import './support/world.ts';

const { fileName } = await import('../../../src/surfaces/document/attached/address.ts');

describe('the name of a file that somebody attached', () => {
  it('stays as it is where it can', () => {
    for (const name of ['Offer.pdf', 'Angebot 2026 (final).docx', '見積書.xlsx', 'no ending']) assert.equal(fileName(name), name);
  });

  it('leads to no other folder, hides no ending and is no device', () => {
    assert.equal(fileName('../../.ssh/authorized_keys'), 'ssh authorized_keys');
    assert.equal(fileName('C:\\Windows\\x'), 'C Windows x');
    assert.equal(fileName('invoice\u202efdp.exe'), 'invoicefdp.exe');
    for (const odd of ['', '..', ' . ', '///', '\u0000']) assert.equal(fileName(odd), 'untitled');
    assert.deepEqual(['NUL', 'con.txt', 'Com1.pdf', 'console.txt'].map(fileName), [
      '_NUL',
      '_con.txt',
      '_Com1.pdf',
      'console.txt',
    ]);
  });

  it('keeps its ending where it is too long', () => {
    assert.match(fileName(`${'Offer for the whole of next year '.repeat(5)}.pdf`), /^Offer for .*….pdf$/);
    assert.match(fileName(`${'見積書'.repeat(60)}.xlsx`), /^見積書.*….xlsx$/);
  });

  it('fits into a folder of any system, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
        const fit = fileName(name);
        assert.ok(fit !== '' && fit !== '.' && fit !== '..' && Buffer.byteLength(fit) <= 250, fit);
        assert.doesNotMatch(fit, /[\\/:*?"<>|\p{Cc}]/u);
      }),
    );
  });
});
