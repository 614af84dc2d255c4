import { assert } from 'chai';
import { placeOf, shown } from './menu-place.ts';

const frame = { left: 100, top: 50, right: 900, bottom: 650 };
const size = { width: 240, height: 300 };
const opener = (left: number, top: number) => ({ left, top, right: left + 48, bottom: top + 48 });

describe('the place of a menu', () => {
  it('is over an opener at the bottom, in its middle', () => {
    assert.deepEqual(placeOf(opener(500, 580), size, frame), { sheet: false, left: 404, top: 272 });
  });

  it('is under one that has room there', () => {
    assert.equal(placeOf(opener(500, 60), size, frame).top, 116);
  });

  it('is within the frame', () => {
    assert.equal(placeOf(opener(880, 580), size, frame).left, 652);
    assert.equal(placeOf(opener(90, 580), size, frame).left, 108);
    const tall = { width: 240, height: 560 };
    assert.equal(placeOf(opener(500, 300), tall, frame).top, 82);
  });

  it('is the bottom of a narrow frame', () => {
    const phone = { left: 0, top: 0, right: 360, bottom: 740 };
    assert.deepEqual(placeOf(opener(10, 60), { width: 360, height: 300 }, phone), {
      sheet: true,
      left: 0,
      top: 440,
    });
  });

  it('is on the screen, where the frame is not', () => {
    const tall = { left: -20, top: -300, right: 980, bottom: 900 };
    assert.deepEqual(shown(tall, { width: 800, height: 600 }), {
      left: 0,
      top: 0,
      right: 800,
      bottom: 600,
    });
  });
});
