import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOfJoin, stateOnJoin } from './join-rules.ts';

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
