import { assert } from 'chai';
import { RendevError } from '../engine/rendev-error.ts';
import type { SessionSnapshot } from '../engine/session-snapshot.ts';
import {
  chat,
  device,
  emptySnapshot,
  inCall,
  interview,
  lobby,
  media,
  quality,
  remote,
  sent,
} from '../elements/testing/snapshots.ts';
import { snapshotEvents } from './snapshot-events.ts';

const told = (now: SessionSnapshot, before: SessionSnapshot) =>
  snapshotEvents(now, before).map((event) => [event.type, (event as CustomEvent<unknown>).detail]);

const shape = ({ bubbles, composed, cancelable }: Event) => ({ bubbles, composed, cancelable });
const quiet = { participants: [], media: media(), chat: chat() };

describe('events between two snapshots', () => {
  it('bubble, are composed and cannot be canceled', () => {
    const [event] = snapshotEvents(emptySnapshot({ state: { name: 'checking' } }), emptySnapshot());
    assert.isDefined(event);
    assert.deepInclude(shape(event), { bubbles: true, composed: true, cancelable: false });
  });

  it('are none for the same', () => {
    const snapshot = inCall();
    assert.isEmpty(told({ ...snapshot }, snapshot));
  });

  it('tell a refusal with the interview that refused', () => {
    const facts = { retryable: true, interview: interview() };
    const refused = emptySnapshot({
      state: { name: 'refused', error: new RendevError('full', facts) },
    });
    assert.deepEqual(told(refused, emptySnapshot({ state: { name: 'checking' } })), [
      ['state-change', { state: 'refused', previous: 'checking' }],
      ['entry-refused', { code: 'full', ...facts }],
    ]);
    assert.isEmpty(told({ ...refused }, refused));
  });

  it('tell a join that failed in the lobby', () => {
    const before = emptySnapshot({ state: { name: 'joining' } });
    const now = emptySnapshot({ state: lobby({ error: new RendevError('full') }) });
    assert.deepInclude(told(now, before), ['entry-refused', { code: 'full', retryable: false }]);
  });

  it('tell joining once, and not the return of the connection', () => {
    const call = inCall(quiet);
    const lost = { ...call, state: { name: 'reconnecting', since: 0 } } as const;
    assert.deepEqual(told(call, { ...call, state: { name: 'joining' } }), [
      ['state-change', { state: 'in-call', previous: 'joining' }],
      ['joined', { participantId: 'self-0001' }],
    ]);
    assert.deepEqual(told(call, lost), [
      ['state-change', { state: 'in-call', previous: 'reconnecting' }],
    ]);
  });

  it('tell why it ended', () => {
    const call = inCall(quiet);
    const end = { reason: 'removed', durationMs: 5, canRejoin: false, word: null } as const;
    const state = { name: 'ended', ...end } as const;
    assert.deepEqual(told({ ...call, state, self: null }, call), [
      ['state-change', { state: 'ended', previous: 'in-call' }],
      ['left', { reason: 'removed' }],
    ]);
  });

  it('tell who came, changed, and went', () => {
    const [stays, goes, comes] = [remote(), remote({ id: 'goes' }), remote({ id: 'comes' })];
    const weak = remote({ quality: quality('weak', { reason: 'delay' }) });
    const before = inCall({ participants: [stays, goes] });
    assert.deepEqual(told({ ...before, participants: [weak, comes] }, before), [
      ['participant-changed', { participant: weak }],
      ['quality-change', { participantId: stays.id, quality: weak.quality }],
      ['participant-joined', { participant: comes }],
      ['participant-left', { participant: goes }],
    ]);
  });

  it('tell a change of quality by its level and its reason, and not by its ratings', () => {
    const qualities = [
      quality('good', { incoming: 90 }),
      quality('good', { incoming: 85 }),
      quality('weak', { incoming: 70, reason: 'packet-loss' }),
      quality('weak', { incoming: 65, reason: 'packet-loss' }),
      quality('weak', { incoming: 65, reason: 'delay' }),
    ];
    const snapshots = qualities.map((one) => inCall({ participants: [remote({ quality: one })] }));
    const changes = snapshots.slice(1).flatMap((now, place) =>
      told(now, snapshots[place] ?? now)
        .filter(([type]) => type === 'quality-change')
        .map(([, detail]) => detail),
    );
    assert.deepEqual(
      changes,
      [qualities[2], qualities[4]].map((one) => ({ participantId: 'remote-0001', quality: one })),
    );
  });

  it('tell each stored message once', () => {
    const pending = { status: 'sending', id: 'p', text: 'p', createdAt: 0 } as const;
    const [first, second] = [sent(1, 'a'), sent(2, 'b', true)];
    const before = inCall({ chat: chat({ entries: [first, pending] }) });
    const now = { ...before, chat: chat({ entries: [first, second, pending] }) };
    assert.deepEqual(told(now, before), [
      ['message', { message: second.status === 'sent' && second.message, mine: true }],
    ]);
  });

  it('tell what is sent when it changes', () => {
    const before = inCall();
    const now = { ...before, media: media({ microphone: device({ status: 'on' }) }) };
    assert.deepEqual(told(now, before), [
      ['media-change', { microphone: true, camera: false, screen: false }],
    ]);
  });
});
