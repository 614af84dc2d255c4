import { assert } from 'chai';
import type { Goodbye } from '@rendev/interview-protocol';
import type { InterviewSession } from './interview-session.ts';
import type { InMemoryServer } from './testing/in-memory-server.ts';
import { FakeDevices } from './testing/fake-devices.ts';
import { PeerConnections } from './testing/peer-connections.ts';
import {
  cleanUp,
  joined,
  newSession,
  other,
  serverFor,
  untilLinked,
  untilState,
} from './testing/people.ts';
import { until } from './testing/until.ts';

const SEATS = 'rendev-interview:seats';

describe('InterviewSession', () => {
  let connections: PeerConnections;
  let devices: FakeDevices;
  let goodbyes: Goodbye[];
  const sendBeacon = navigator.sendBeacon.bind(navigator);

  beforeEach(() => {
    connections = new PeerConnections();
    devices = new FakeDevices();
    goodbyes = [];
    navigator.sendBeacon = (url, body) => {
      assert.equal(String(url), `${location.origin}/v1/goodbyes`);
      goodbyes.push(JSON.parse(body as string) as Goodbye);
      return true;
    };
  });

  afterEach(() => {
    cleanUp();
    navigator.sendBeacon = sendBeacon;
    connections.restore();
    devices.restore();
  });

  const hide = () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  };
  const show = (persisted = true) => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  };

  /** Ends the page of a session as a reload does, and leaves what the tab stores for the next. */
  function reload(server: InMemoryServer, session: InterviewSession): void {
    const stored = sessionStorage.getItem(SEATS) ?? '';
    server.room.cut(session.snapshot.self?.id);
    session.dispose();
    sessionStorage.setItem(SEATS, stored);
  }

  async function ticketFor(server: InMemoryServer, code: string): Promise<string> {
    const outcome = await server.ask({ code }, new AbortController().signal);
    return outcome.ok ? outcome.response.ticket : '';
  }

  describe('when the page goes', () => {
    it('says goodbye, lets everything go but the seat, and comes back with the page', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await Promise.all([untilLinked(a), untilLinked(b)]);
      await a.sendMessage('before');
      await a.setMicrophoneEnabled(false);
      const { id, epoch = '' } = a.snapshot.self ?? {};

      hide(); // both sit in this page
      assert.include(goodbyes[0], { epoch });
      assert.lengthOf(goodbyes, 2);
      assert.equal(connections.open.length, 0);
      assert.isEmpty(devices.live);
      assert.equal(a.snapshot.state.name, 'reconnecting');
      const typed = a.sendMessage('typed while away');
      await until('the server has lost both', () =>
        server.room.participants.every(({ presence }) => presence === 'disconnected'),
      );

      show();
      await Promise.all([untilState(a, 'in-call'), untilState(b, 'in-call')]);
      await typed;
      assert.equal(a.snapshot.self?.id, id);
      assert.notEqual(a.snapshot.self?.epoch, epoch);
      await Promise.all([untilLinked(a), untilLinked(b)]);
      await connections.untilAllDecode();
      assert.equal(connections.open.length, 2);
      await until('the camera is on', () => a.snapshot.media.camera.status === 'on');
      assert.equal(a.snapshot.media.microphone.status, 'off');
      assert.isFalse(other(b)?.media.microphone);
      assert.lengthOf(a.snapshot.chat.entries, 2);
    });

    it('tells by a request where the browser takes no more beacons', async () => {
      const fetch = window.fetch.bind(window);
      const asked: Parameters<typeof fetch>[] = [];
      navigator.sendBeacon = () => false;
      window.fetch = (...request) => {
        asked.push(request);
        return Promise.reject(new TypeError('nobody listens'));
      };
      try {
        const session = await joined(serverFor(1), 'code-1');
        const { epoch = '' } = session.snapshot.self ?? {};
        hide();
        assert.equal(asked[0]?.[0], `${location.origin}/v1/goodbyes`);
        const { body, ...options } = asked[0]?.[1] ?? {};
        assert.include(options, { method: 'POST', keepalive: true });
        assert.include(JSON.parse(body as string) as Goodbye, { epoch });
      } finally {
        window.fetch = fetch;
      }
    });

    it('releases the camera of the lobby, and has it again when the page is back', async () => {
      const session = newSession(serverFor(1));
      await session.enter({ code: 'code-1' });
      await until('both are on', () => devices.live.length === 2);
      hide();
      assert.isEmpty(devices.live);
      assert.isEmpty(goodbyes);
      show();
      await until('both are on again', () => devices.live.length === 2);
      assert.equal(session.snapshot.state.name, 'lobby');
      await session.join();
    });

    it('has nothing to do with a page that was loaded, or a call that is over', async () => {
      const session = await joined(serverFor(1), 'code-1');
      const made = session.snapshot.self?.epoch;
      show(false);
      await session.sendMessage('still here');
      assert.equal(session.snapshot.self?.epoch, made);
      await session.leave();
      hide();
      show();
      assert.isEmpty(goodbyes);
      assert.isEmpty(devices.live);
      assert.equal(session.snapshot.state.name, 'ended');
    });
  });

  describe('after a reload', () => {
    it('knows the code, and tries on while the server is away', async () => {
      const server = serverFor(1);
      const before = await joined(server, 'code-1');
      const { id } = before.snapshot.self ?? {};
      reload(server, before);

      const after = newSession(server);
      assert.deepEqual(after.keptEntry, { code: 'code-1' });
      const states: string[] = [];
      after.subscribe(({ state }) => states.push(state.name));
      server.reachable = false;
      const entered = after.enter({ code: 'code-1' });
      await until('it tries', () => after.snapshot.state.name === 'joining');
      assert.isNull(newSession(server).keptEntry, 'the seat is in use');
      server.reachable = true;
      await entered;
      assert.equal(after.snapshot.self?.id, id);
      assert.notInclude(states, 'lobby');
    });

    it('comes back into the seat of another ticket of the same person', async () => {
      const server = serverFor(1);
      const before = newSession(server);
      await before.enter({ ticket: await ticketFor(server, 'code-1') });
      await before.join();
      const { id } = before.snapshot.self ?? {};
      reload(server, before);

      const after = newSession(server);
      assert.isNull(after.keptEntry);
      await after.enter({ ticket: await ticketFor(server, 'code-1') });
      assert.equal(after.snapshot.state.name, 'in-call');
      assert.equal(after.snapshot.self?.id, id);
    });

    it('comes in by the lobby with the ticket of somebody else', async () => {
      const server = serverFor(2);
      const before = newSession(server);
      await before.enter({ ticket: await ticketFor(server, 'code-1') });
      await before.join();
      reload(server, before);

      const after = newSession(server);
      await after.enter({ ticket: await ticketFor(server, 'code-2') });
      assert.equal(after.snapshot.state.name, 'lobby');
    });
  });

  it('takes its seat back from another tab when the person asks for it', async () => {
    const server = serverFor(1);
    const older = await joined(server, 'code-1');
    sessionStorage.clear(); // another tab has its own
    const newer = await joined(server, 'code-1');
    await untilState(older, 'ended');
    assert.equal(newer.snapshot.state.name, 'in-call');

    await older.enter({ code: 'code-1' });
    assert.equal(older.snapshot.state.name, 'in-call');
    assert.include(await untilState(newer, 'ended'), { reason: 'duplicate-session' });
    assert.lengthOf(server.room.participants, 1);
  });
});
