import assert from 'node:assert/strict';
import { imageHead } from '../../../src/model/imageHead.ts';
import { exif, gif, jpeg, png } from '../api/images.ts';

describe('the head of a picture', () => {
  it('is known by its bytes', () => {
    assert.deepEqual(imageHead(gif(300, 200)), { type: 'image/gif', width: 300, height: 200, turned: false });
    assert.deepEqual(imageHead(png(128, 129)), { type: 'image/png', width: 128, height: 129, turned: false });
    assert.deepEqual(imageHead(jpeg(640, 480)), { type: 'image/jpeg', width: 640, height: 480, turned: false });
    for (const text of ['', 'GIF', 'Dear all,', '<svg/>', '\x89PNG'])
      assert.equal(imageHead(Buffer.from(text, 'latin1')), undefined);
  });

  it('is read where the bytes begin within others', () => {
    const bytes = Buffer.concat([Buffer.alloc(7), png(200, 210)]);
    assert.equal(imageHead(bytes.subarray(7))?.height, 210);
  });

  it('tells whether a camera was held on its side, in both orders of bytes', () => {
    for (const order of ['MM', 'II'] as const) {
      assert.equal(imageHead(jpeg(640, 480, exif(6, order)))?.turned, true, order);
      assert.equal(imageHead(jpeg(640, 480, exif(1, order)))?.turned, false, order);
    }
    assert.equal(imageHead(jpeg(640, 480, exif(9, 'MM')))?.turned, false, 'no such way');
  });

  it('survives an Exif block that points beyond the file, or is cut', () => {
    const block = exif(6, 'MM');
    for (let length = 0; length < block.length; length += 1) {
      assert.doesNotThrow(() => imageHead(jpeg(640, 480, block.subarray(0, length))));
      assert.doesNotThrow(() => imageHead(jpeg(640, 480, block).subarray(0, 6 + length)));
    }
    const astray = Buffer.from(block);
    astray.writeUInt32BE(0xfffffff0, 14);
    assert.equal(imageHead(jpeg(640, 480, astray))?.turned, false);
  });
});
