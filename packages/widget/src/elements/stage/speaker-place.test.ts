import { assert } from 'chai';
import { SpeakerPlace } from './speaker-place.ts';

describe('the large place', () => {
  it('goes to who has been speaking for a second', () => {
    const place = new SpeakerPlace();
    assert.isNull(place.take('a', 0, null));
    assert.isNull(place.take('a', 999, null));
    assert.equal(place.take('a', 1000, null), 'a');
  });

  it('does not go to who only says a word', () => {
    const place = new SpeakerPlace();
    place.take('a', 0, null);
    place.take('a', 1000, null);
    assert.equal(place.take('b', 2000, null), 'a');
    assert.equal(place.take('a', 2900, null), 'a');
    assert.equal(place.take('b', 3100, null), 'a');
    assert.equal(place.take('b', 4099, null), 'a');
    assert.equal(place.take('b', 4100, null), 'b');
  });

  it('stays when nobody speaks', () => {
    const place = new SpeakerPlace();
    place.take('a', 0, null);
    place.take('a', 1000, null);
    assert.equal(place.take(null, 60_000, null), 'a');
  });

  it('does not change under the hand, whichever of the two tiles it is on', () => {
    for (const hand of ['a', 'b']) {
      const place = new SpeakerPlace();
      place.take('a', 0, null);
      place.take('a', 1000, null);
      place.take('b', 2000, hand);
      assert.equal(place.take('b', 9000, hand), 'a');
      assert.equal(place.take('b', 9100, 'c'), 'b');
    }
  });
});
