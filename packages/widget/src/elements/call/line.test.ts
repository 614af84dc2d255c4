import { assert } from 'chai';
import type { Quality } from '../../engine/session-snapshot.ts';
import { quality, remote } from '../testing/snapshots.ts';
import { worstLine } from './line.ts';

const good = quality('good', { incoming: 90, outgoing: 90 });
const lossy = (change: Partial<Quality>) =>
  quality('weak', { reason: 'packet-loss', incoming: 90, outgoing: 90, ...change });
const among = (...qualities: Quality[]) =>
  worstLine(qualities.map((one, place) => remote({ name: `person ${place}`, quality: one })));

describe('the worst line', () => {
  it('is none without others', () => {
    assert.isNull(among());
  });

  it('is the worst of all, by level', () => {
    const levels = ['good', 'unknown', 'weak', 'reconnecting', 'lost'] as const;
    levels.forEach((level, place) => {
      const until = levels.slice(0, place + 1).map((one) => quality(one));
      assert.deepInclude(among(...until), { level, name: `person ${place}` });
    });
  });

  it("is nobody's between two", () => {
    assert.equal(among(lossy({ outgoing: 40 }))?.owner, 'between');
  });

  it('is the own one when it is bad to everybody, or from everybody', () => {
    assert.equal(among(lossy({ outgoing: 40 }), lossy({ outgoing: 60 }))?.owner, 'own');
    assert.equal(among(lossy({ incoming: 40 }), { ...good, incoming: 75 })?.owner, 'own');
  });

  it('is the own one when the same happens with everybody', () => {
    const broken = quality('reconnecting', { reason: 'path-lost' });
    assert.equal(among(broken, broken)?.owner, 'own');
  });

  it('is theirs when the others are good', () => {
    assert.equal(among(good, lossy({ incoming: 40 }), good)?.owner, 'theirs');
  });

  it("is nobody's when it is bad with some", () => {
    assert.equal(among(good, lossy({ incoming: 40 }), lossy({ outgoing: 40 }))?.owner, 'between');
  });

  it('is theirs when they are away, also between two', () => {
    const away = quality('reconnecting', { reason: 'participant-away' });
    assert.equal(among(away)?.owner, 'theirs');
    assert.equal(among(away, away)?.owner, 'theirs');
  });
});
