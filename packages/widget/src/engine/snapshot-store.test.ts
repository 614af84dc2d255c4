import { assert } from 'chai';
import { NO_DEVICES } from './media/devices.ts';
import type { LocalMedia, SessionSnapshot } from './session-snapshot.ts';
import { initialSnapshot, SnapshotStore } from './snapshot-store.ts';

const off = { status: 'off', error: null, deviceId: null } as const;
const media: LocalMedia = {
  microphone: off,
  camera: off,
  screen: off,
  stream: null,
  screenStream: null,
  devices: NO_DEVICES,
  speakerId: null,
  canShareScreen: false,
  offered: null,
  lowData: false,
  talkingMuted: false,
};

describe('SnapshotStore', () => {
  let store: SnapshotStore;

  beforeEach(() => {
    store = new SnapshotStore(initialSnapshot(media));
  });

  it('gives a frozen snapshot for every change and shares what is unchanged', () => {
    const before = store.current;
    store.update({ state: { name: 'checking' } });
    assert.notEqual(store.current, before);
    assert.equal(store.current.media, before.media);
    assert.isFrozen(store.current);
    assert.isFrozen(store.current.state);
    assert.isFrozen(store.current.media.devices.cameras);
  });

  it('says nothing when nothing has changed', () => {
    const told: SessionSnapshot[] = [];
    store.subscribe((snapshot) => told.push(snapshot));
    store.update({ state: store.current.state, clockOffsetMs: 0 });
    assert.isEmpty(told);
  });

  it('tells every listener in order, not re-entrantly', () => {
    const told: string[] = [];
    store.subscribe(({ clockOffsetMs }) => {
      told.push(`a${clockOffsetMs}`);
      if (clockOffsetMs === 1) store.update({ clockOffsetMs: 2 });
    });
    store.subscribe(({ clockOffsetMs }, previous) => {
      told.push(`b${previous.clockOffsetMs}${clockOffsetMs}`);
    });
    store.update({ clockOffsetMs: 1 });
    assert.deepEqual(told, ['a1', 'b01', 'a2', 'b12']);
  });

  it('forgets a listener whose signal has aborted', () => {
    const lifetime = new AbortController();
    let calls = 0;
    store.subscribe(() => (calls += 1), lifetime.signal);
    store.update({ clockOffsetMs: 1 });
    lifetime.abort();
    store.update({ clockOffsetMs: 2 });
    assert.equal(calls, 1);
  });
});
