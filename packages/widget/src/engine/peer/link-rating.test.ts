import { assert } from 'chai';
import { Seconds } from '../testing/samples.ts';
import { LinkRating, ratingOf } from './link-rating.ts';

describe('ratingOf', () => {
  it('follows the E-model in delay, jitter and loss', () => {
    assert.closeTo(ratingOf({ roundTripMs: 0, jitterMs: 0, lossPercent: 0 }), 94.518, 0.001);
    assert.closeTo(ratingOf({ roundTripMs: 100, jitterMs: 20, lossPercent: 0 }), 91.018, 0.001);
    assert.closeTo(ratingOf({ roundTripMs: 300, jitterMs: 20, lossPercent: 0 }), 71.768, 0.001);
    assert.closeTo(ratingOf({ roundTripMs: 30, jitterMs: 0, lossPercent: 10 }), 68.768, 0.001);
    assert.equal(ratingOf({ roundTripMs: 5_000, jitterMs: 0, lossPercent: 50 }), 0);
  });
});

describe('LinkRating', () => {
  let rating: LinkRating;
  let seconds: Seconds;

  beforeEach(() => {
    rating = new LinkRating();
    seconds = new Seconds((sample) => {
      rating.add(sample, 2500);
    });
  });

  const weakness = () => rating.view.weakness;

  it('is unknown before anything is measured, and again after nothing was for some seconds', () => {
    assert.deepEqual(rating.view, { incoming: null, outgoing: null, weakness: null });
    seconds.pass(1);
    assert.deepEqual(rating.view, { incoming: 90, outgoing: 90, weakness: null });
    seconds.pass(3, { outgoingLoss: null });
    assert.equal(rating.view.outgoing, 90);
    seconds.pass(5, { outgoingLoss: null });
    assert.deepEqual(rating.view, { incoming: 90, outgoing: null, weakness: null });
  });

  it('rates the directions apart, in steps of 5', () => {
    seconds.pass(20, { incomingLoss: 8 });
    assert.deepEqual(rating.view, { incoming: 70, outgoing: 90, weakness: 'packet-loss' });
  });

  it('does not change with every little difference', () => {
    seconds.pass(20, { incomingLoss: 3.7 });
    const seen = new Set<number | null>();
    for (let round = 0; round < 20; round += 1) {
      seconds.pass(1, { incomingLoss: round % 2 === 0 ? 3.4 : 4 });
      seen.add(rating.view.incoming);
    }
    assert.equal(seen.size, 1);
  });

  it('gets weak by loss only when it lasts, and good again only when that lasts', () => {
    seconds.pass(5);
    seconds.pass(1, { outgoingLoss: 30 });
    seconds.pass(5);
    assert.isNull(weakness());
    assert.isAtLeast(
      seconds.until(() => weakness() !== null, { outgoingLoss: 12 }),
      3,
    );
    assert.equal(weakness(), 'packet-loss');
    seconds.pass(1);
    assert.equal(weakness(), 'packet-loss');
    seconds.until(() => weakness() === null);
    assert.isNull(weakness());
  });

  it('tells delay from loss', () => {
    seconds.pass(10, { roundTripMs: 400, outgoingLoss: 2 });
    assert.equal(weakness(), 'delay');
    seconds.pass(10, { roundTripMs: 400, outgoingLoss: 30 });
    assert.equal(weakness(), 'packet-loss');
  });

  it('does not flicker at the limit', () => {
    seconds.pass(10, { incomingLoss: 7 });
    assert.equal(weakness(), 'packet-loss');
    seconds.pass(10, { incomingLoss: 5.5 });
    assert.equal(weakness(), 'packet-loss', 'a rating of 80.5 makes no weak line good');
    seconds.pass(10, { incomingLoss: 4 });
    assert.isNull(weakness());
    seconds.pass(10, { incomingLoss: 5.5 });
    assert.isNull(weakness(), 'and no good line weak');
  });

  it('tells of too little bandwidth for a camera that is sent, after some seconds', () => {
    seconds.pass(4, { availableKbps: 150 });
    seconds.pass(10);
    assert.isNull(weakness(), 'the estimate only had to rise');
    seconds.pass(10, { availableKbps: 150, camera: false });
    assert.isNull(weakness(), 'a voice needs no more');
    seconds.pass(10, { availableKbps: 150 });
    assert.equal(weakness(), 'bandwidth');
    seconds.pass(5);
    assert.isNull(weakness());
  });

  it('does not call a line weak that carries what a small camera takes', () => {
    const small = new LinkRating();
    new Seconds((sample) => {
      small.add(sample, 128);
    }).pass(20, { availableKbps: 150 });
    assert.isNull(small.view.weakness);
  });

  it('believes the encoder where the browser estimates nothing', () => {
    seconds.pass(10, { availableKbps: null, limitedBy: 'bandwidth' });
    assert.equal(weakness(), 'bandwidth');
  });
});
