import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOffers, kindOfJoin, stateOnJoin } from './join-rules.ts';

const seated = (state: 'waiting' | 'admitted' | 'left', admitted: boolean) => ({
  state,
  epoch: 'epoch-1',
  admitted_at: admitted ? 1 : null,
});

describe('the state of somebody who joins', () => {
  it('follows the admission for newcomers, but interviewers always enter', () => {
    assert.equal(stateOnJoin(undefined, 'candidate', 'open'), 'admitted');
    assert.equal(stateOnJoin(undefined, 'candidate', 'knock'), 'waiting');
    assert.equal(stateOnJoin(undefined, 'observer', 'knock'), 'waiting');
    assert.equal(stateOnJoin(undefined, 'participant', 'knock'), 'waiting');
    assert.equal(stateOnJoin(undefined, 'interviewer', 'knock'), 'admitted');
  });

  it('stays as it is for those who are present', () => {
    assert.equal(stateOnJoin(seated('waiting', false), 'candidate', 'open'), 'waiting');
    assert.equal(stateOnJoin(seated('admitted', true), 'candidate', 'knock'), 'admitted');
    assert.equal(stateOnJoin(seated('waiting', false), 'interviewer', 'open'), 'waiting');
  });

  it('is what it was for those who left', () => {
    assert.equal(stateOnJoin(seated('left', true), 'candidate', 'knock'), 'admitted');
    assert.equal(stateOnJoin(seated('left', false), 'candidate', 'open'), 'waiting');
    assert.equal(stateOnJoin(seated('left', false), 'interviewer', 'open'), 'admitted');
  });
});

describe('the kind of a join', () => {
  it('tells newcomers, the same page and another page', () => {
    assert.equal(kindOfJoin(undefined, 'epoch-1'), 'joined');
    assert.equal(kindOfJoin(seated('left', true), 'epoch-1'), 'joined');
    assert.equal(kindOfJoin(seated('admitted', true), 'epoch-1'), 'resumed');
    assert.equal(kindOfJoin(seated('waiting', false), 'epoch-2'), 'new-epoch');
  });
});

describe('the offers of a join', () => {
  const person = (id: string, changes: { state?: 'waiting'; connection_id?: null } = {}) => ({
    id,
    state: 'admitted' as const,
    epoch: `epoch-of-${id}`,
    connection_id: 'a-socket',
    ...changes,
  });
  const offer = (link: string) => ({
    link,
    description: { type: 'offer' as const, sdp: 'v=0\r\n', offerId: link },
  });
  const present = [
    person('first'),
    person('lost', { connection_id: null }),
    person('waits', { state: 'waiting' }),
    person('me'),
    person('second'),
  ];
  const given = (...asked: Parameters<typeof addressOffers>) =>
    addressOffers(...asked).map(({ to, toEpoch, link }) => [to, toEpoch, link]);

  it('go to those inside and connected, in their order, one to each', () => {
    const offers = ['a', 'b', 'c'].map(offer);
    assert.deepEqual(given(person('me'), 'new-epoch', present, offers), [
      ['first', 'epoch-of-first', 'a'],
      ['second', 'epoch-of-second', 'b'],
    ]);
    assert.deepEqual(given(person('new'), 'joined', present, [offer('a')]), [
      ['first', 'epoch-of-first', 'a'],
    ]);
  });

  it('go nowhere from the same page again, or from somebody who waits', () => {
    assert.deepEqual(given(person('me'), 'resumed', present, [offer('a')]), []);
    const waits = person('new', { state: 'waiting' });
    assert.deepEqual(given(waits, 'joined', present, [offer('a')]), []);
  });
});
