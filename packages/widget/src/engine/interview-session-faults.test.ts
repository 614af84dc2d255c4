import { assert } from 'chai';
import type { InterviewSession } from './interview-session.ts';
import type { Fault } from './session.ts';
import type { LinkState, SessionSnapshot } from './session-snapshot.ts';
import { FakeDevices } from './testing/fake-devices.ts';
import { PeerConnections } from './testing/peer-connections.ts';
import {
  cleanUp,
  codeOf,
  joined,
  newSession,
  other,
  serverFor,
  untilLinked,
} from './testing/people.ts';
import { until } from './testing/until.ts';

describe('simulated faults', () => {
  let connections: PeerConnections;
  let devices: FakeDevices;
  /** How many were made before the fault. */
  let made: number;
  let a: InterviewSession;
  let b: InterviewSession;
  /** What each has shown since the fault, one after the other. */
  let states: SessionSnapshot['state']['name'][];
  let links: (LinkState | undefined)[];

  beforeEach(async () => {
    connections = new PeerConnections();
    devices = new FakeDevices();
    const server = serverFor(2);
    a = await joined(server, 'code-1');
    b = await joined(server, 'code-2');
    await untilLinked(a);
    await untilLinked(b);
    await connections.untilAllDecode();
    made = connections.all.length;
    states = [];
    links = [];
    a.subscribe(({ state, participants: [person] }) => {
      if (states.at(-1) !== state.name) states.push(state.name);
      if (links.at(-1) !== person?.link) links.push(person?.link);
    });
  });

  afterEach(() => {
    cleanUp();
    connections.restore();
    devices.restore();
  });

  async function untilMended(): Promise<void> {
    await until('it is in the call', () => a.snapshot.state.name === 'in-call');
    await untilLinked(a);
    await untilLinked(b);
    await until('both are there', () => other(b)?.presence === 'connected');
    assert.equal(connections.open.length, 2);
    await connections.untilAllDecode();
  }

  for (const fault of ['signal-drop', 'server-restart'] satisfies Fault[]) {
    it(`comes back from ${fault} and keeps the media path`, async () => {
      a.simulate(fault);
      await until('it is noticed', () => states.includes('reconnecting'));
      await untilMended();
      assert.equal(connections.all.length, made);
      assert.deepEqual(links, ['connected']);
    });
  }

  it('comes back from path-drop by new connections, and shows the last picture meanwhile', async () => {
    const before = other(a)?.stream;
    a.simulate('path-drop');
    assert.equal(other(a)?.link, 'reconnecting');
    assert.equal(other(a)?.stream, before);
    await untilMended();
    assert.equal(connections.all.length, made + 2);
    assert.notEqual(other(a)?.stream, before);
    assert.deepEqual(links, ['reconnecting', 'connected']);
    assert.deepEqual(states, ['in-call']);
  });

  it('comes back from full-reconnect as a new page in the same seat', async () => {
    const before = { id: a.snapshot.self?.id, epoch: a.snapshot.self?.epoch };
    a.simulate('full-reconnect');
    await until('it is noticed', () => states.includes('reconnecting'));
    await untilMended();
    assert.equal(a.snapshot.self?.id, before.id);
    assert.notEqual(a.snapshot.self?.epoch, before.epoch);
    assert.equal(other(b)?.epoch, a.snapshot.self?.epoch);
    assert.lengthOf(b.snapshot.participants, 1);
  });

  it('has nothing to break outside of the room', async () => {
    const session = newSession(serverFor(1));
    const broken = Promise.resolve().then(() => {
      session.simulate('signal-drop');
    });
    assert.equal(await codeOf(broken), 'invalid-state');
  });
});
