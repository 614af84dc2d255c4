import { assert } from 'chai';
import type { LinkState } from '../session-snapshot.ts';
import { nextLinkState } from './link-state.ts';
import type { Supply } from './stall-watch.ts';

const wasConnected = true;

/** What is shown one after the other, from `before` on. */
function shown(
  before: LinkState,
  ...facts: readonly (readonly [RTCPeerConnectionState, Supply])[]
): LinkState[] {
  let state = before;
  return facts.map(([connectionState, supply]) => {
    state = nextLinkState(state, { connectionState, supply, wasConnected });
    return state;
  });
}

describe('nextLinkState', () => {
  it('shows a dead path before ICE has noticed it, until bytes have come twice', () => {
    assert.deepEqual(
      shown(
        'connected',
        ['connected', 'stalled'],
        ['connected', 'lost'],
        ['disconnected', 'lost'],
        ['connected', 'returning'],
        ['connected', 'stalled'],
        ['connected', 'returning'],
        ['connected', 'flowing'],
      ),
      [
        'connected',
        'reconnecting',
        'reconnecting',
        'reconnecting',
        'reconnecting',
        'reconnecting',
        'connected',
      ],
    );
  });

  it('does not flicker while a restart searches behind a path that is good', () => {
    assert.deepEqual(
      shown(
        'connected',
        ['connecting', 'flowing'],
        ['disconnected', 'flowing'],
        ['connected', 'flowing'],
      ),
      ['connected', 'connected', 'connected'],
    );
    assert.deepEqual(shown('connected', ['connecting', 'idle'], ['connected', 'idle']), [
      'connected',
      'connected',
    ]);
  });

  it('believes ICE where nothing is expected', () => {
    assert.deepEqual(shown('connected', ['disconnected', 'idle'], ['connected', 'idle']), [
      'reconnecting',
      'connected',
    ]);
  });

  it('says failed until it is connected', () => {
    assert.deepEqual(
      shown('reconnecting', ['failed', 'idle'], ['connecting', 'idle'], ['connected', 'idle']),
      ['failed', 'failed', 'connected'],
    );
  });

  it('says connecting the first time', () => {
    const facts = { connectionState: 'connecting', supply: 'idle', wasConnected: false } as const;
    assert.equal(nextLinkState('connecting', facts), 'connecting');
  });
});
