import assert from 'node:assert/strict';
import fc from 'fast-check';
import { imageHead } from '../../../src/model/imageHead.ts';
import { pictureProblem } from '../../../src/surfaces/form/view/picture/pictureProblem.ts';
import { grown, inside, keyed, middle, moved, pulled } from '../../../src/surfaces/form/view/picture/square.ts';
import { gif, jpeg, png } from '../api/images.ts';

const megabyte = 1_000_000;

describe('a file that is to become a picture', () => {
  const problem = (bytes: Buffer, size = bytes.length) => pictureProblem(imageHead(bytes), size);

  it('is a GIF, a JPG or a PNG of 128 pixels or more on each side', () => {
    for (const make of [gif, jpeg, png]) {
      assert.equal(problem(make(128, 128)), undefined);
      assert.match(problem(make(127, 500)) ?? '', /127 × 500 pixels; Pipedrive needs 128/);
      assert.match(problem(make(500, 127)) ?? '', /500 × 127/);
    }
    assert.match(problem(Buffer.from('A text that is called face.png')) ?? '', /no GIF, JPG or PNG/);
  });

  it('is not larger than can be sent, nor than can be drawn', () => {
    assert.equal(problem(png(200, 200), 25 * megabyte), undefined);
    assert.match(problem(png(200, 200), 25 * megabyte + 1) ?? '', /has 26 MB, and at most 25 MB/);
    assert.match(problem(gif(60_000, 60_000)) ?? '', /more than can be cropped/);
  });
});

describe('the square of a picture', () => {
  const bounds = { width: 800, height: 500 };

  it('begins with all of the middle', () => {
    assert.deepEqual(middle(bounds), { x: 150, y: 0, size: 500 });
    assert.deepEqual(middle({ width: 128, height: 129 }), { x: 0, y: 1, size: 128 });
  });

  it('stays where it is at the corner across from the one that is pulled', () => {
    const square = { x: 200, y: 100, size: 300 };
    assert.deepEqual(pulled(square, 'se', 40, 10, bounds), { x: 200, y: 100, size: 340 });
    assert.deepEqual(pulled(square, 'nw', 60, 60, bounds), { x: 260, y: 160, size: 240 });
    assert.deepEqual(pulled(square, 'ne', 0, 900, bounds), { x: 200, y: 272, size: 128 });
    assert.deepEqual(pulled(square, 'sw', -900, 0, bounds), { x: 100, y: 100, size: 400 });
  });

  it('moves and grows by keys, with Shift by a pixel', () => {
    const square = { x: 200, y: 100, size: 300 };
    assert.deepEqual(keyed(square, 'ArrowRight', false, bounds), { x: 210, y: 100, size: 300 });
    assert.deepEqual(keyed(square, 'ArrowUp', true, bounds), { x: 200, y: 99, size: 300 });
    assert.deepEqual(keyed(square, '+', false, bounds), { x: 190, y: 90, size: 320 });
    assert.deepEqual(keyed(square, '-', true, bounds), { x: 201, y: 101, size: 298 });
    assert.equal(keyed(square, 'a', false, bounds), undefined);
  });

  it('is whole pixels inside of the picture, and enough of them, whatever is done', () => {
    const number = fc.double({ min: -5_000, max: 5_000, noNaN: true });
    const side = fc.integer({ min: 128, max: 4_000 });
    const corner = fc.constantFrom('nw', 'ne', 'sw', 'se');
    fc.assert(
      fc.property(side, side, number, number, number, corner, (width, height, a, b, c, pulledAt) => {
        const room = { width, height };
        const from = inside({ x: a, y: b, size: c }, room);
        for (const square of [from, moved(from, a, b, room), grown(from, c, room), pulled(from, pulledAt, a, b, room)]) {
          const { x, y, size } = square;
          assert.ok([x, y, size].every(Number.isSafeInteger), JSON.stringify(square));
          assert.ok(size >= 128 && x >= 0 && y >= 0 && x + size <= width && y + size <= height, JSON.stringify(square));
        }
      }),
    );
  });
});
