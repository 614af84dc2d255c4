import { assert } from 'chai';
import { type Corner, cornerTowards, nameOf, nearestCorner, nextCorner } from './corner.ts';

const FRAME = new DOMRect(100, 100, 800, 400);
const at = (x: number, y: number) => new DOMRect(x, y, 100, 60);

describe('corner', () => {
  it('is the nearest one, by the middle of what is dropped', () => {
    assert.equal(nearestCorner(at(110, 110), FRAME, false), 'start-start');
    assert.equal(nearestCorner(at(440, 260), FRAME, false), 'start-start');
    assert.equal(nearestCorner(at(460, 260), FRAME, false), 'start-end');
    assert.equal(nearestCorner(at(440, 280), FRAME, false), 'end-start');
    assert.equal(nearestCorner(at(2000, 2000), FRAME, false), 'end-end');
  });

  it('begins at the right where the writing does', () => {
    assert.equal(nearestCorner(at(110, 110), FRAME, true), 'start-end');
    assert.equal(nearestCorner(at(800, 400), FRAME, true), 'end-start');
  });

  it('is left for the left arrow in either direction of writing', () => {
    for (const rtl of [false, true]) {
      let corner: Corner = 'end-end';
      for (const [key, name] of [
        ['ArrowLeft', 'bottomLeft'],
        ['ArrowUp', 'topLeft'],
        ['ArrowUp', 'topLeft'],
        ['ArrowRight', 'topRight'],
        ['ArrowDown', 'bottomRight'],
        ['Home', 'bottomRight'],
      ] as const) {
        corner = cornerTowards(corner, key, rtl);
        assert.equal(nameOf(corner, rtl), name, `${key}, rtl ${String(rtl)}`);
      }
    }
  });

  it('goes round all four', () => {
    const seen = new Set<Corner>();
    let corner: Corner = 'end-end';
    for (let n = 0; n < 4; n += 1) seen.add((corner = nextCorner(corner)));
    assert.equal(seen.size, 4);
    assert.equal(corner, 'end-end');
  });
});
