import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { size } from './size.ts';

const oneCall = {
  calls: 1,
  people: 2,
  mbitPerSecond: 1.5,
  relayedShare: 1,
  urls: 3,
  hoursPerMonth: 100,
  pricePerGb: 0.09,
};

describe('size', () => {
  it('counts 1.35 GB for an hour of one relayed call at 1.5 Mbit/s', () => {
    const { gbPerMonth, costPerMonth, relays, mbitPerSecond } = size(oneCall);
    assert.equal(gbPerMonth, 135);
    assert.equal(costPerMonth, 12);
    assert.equal(mbitPerSecond, 3);
    assert.equal(relays, 12);
  });

  it('needs more servers when the ports of one are taken', () => {
    const { relays, servers, relayedLinks, cores } = size({
      ...oneCall,
      calls: 1_000,
      people: 6,
      relayedShare: 0.3,
    });
    assert.equal(relayedLinks, 4_500);
    assert.equal(relays, 180_000);
    assert.equal(servers, 11);
    assert.equal(cores, 41);
  });
});
