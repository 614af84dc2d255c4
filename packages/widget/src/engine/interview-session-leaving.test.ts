import { assert } from 'chai';
import { SeatStorage } from './seat-storage.ts';
import { FakeDevices } from './testing/fake-devices.ts';
import { PeerConnections } from './testing/peer-connections.ts';
import {
  cleanUp,
  codeOf,
  joined,
  newSession,
  serverFor,
  untilLinked,
  untilState,
} from './testing/people.ts';
import { until } from './testing/until.ts';

describe('InterviewSession', () => {
  let connections: PeerConnections;
  let devices: FakeDevices;

  beforeEach(() => {
    connections = new PeerConnections();
    devices = new FakeDevices();
  });

  afterEach(() => {
    cleanUp();
    connections.restore();
    devices.restore();
  });

  describe('leaving', () => {
    it('closes every connection, stops every track and gives up the seat', async () => {
      const server = serverFor(3);
      const session = await joined(server, 'code-1');
      const others = [await joined(server, 'code-2'), await joined(server, 'code-3')];
      await until('all are connected', () =>
        session.snapshot.participants.every(({ link }) => link === 'connected'),
      );
      await Promise.all([session.leave(), session.leave()]);
      const { state } = session.snapshot;
      assert.include(state, { name: 'ended', reason: 'left', canRejoin: true, word: null });
      assert.isNull(session.snapshot.self);
      assert.isEmpty(session.snapshot.participants);
      assert.isNull(session.snapshot.media.stream);
      // The others sit in the same tab here, so that the storage itself need not be empty.
      assert.isNull(new SeatStorage(location.origin).claim({ code: 'code-1' }));
      for (const remaining of others) {
        await until('the others see it', () => remaining.snapshot.participants.length === 1);
      }
      assert.equal(connections.open.length, 2);
      for (const remaining of others) await remaining.leave();
      await until('every connection is closed', () => connections.open.length === 0);
      assert.isEmpty(devices.live);
    });

    it('opens no connection for news that comes while the goodbye is on its way', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await untilLinked(a);
      await untilLinked(b);
      const made = connections.all.length;
      // On its way to a before the server knows of the leaving.
      const raised = b.setHandRaised(true);
      await Promise.all([a.leave(), raised]);
      assert.equal(connections.all.length, made);
    });

    it('keeps the reason of leaving when the interview ends at the same time', async () => {
      const server = serverFor(1);
      const session = await joined(server, 'code-1');
      server.room.end();
      await session.leave();
      assert.include(session.snapshot.state, { name: 'ended', reason: 'left' });
    });

    it('stops what a camera gives after leaving', async () => {
      let give: (() => void) | undefined;
      devices.answer = async (constraints, real) => {
        await new Promise<void>((resolve) => (give = resolve));
        return real(constraints);
      };
      const session = newSession(serverFor(1), { microphone: false });
      await session.enter({ code: 'code-1' });
      await until('the camera was asked for', () => give);
      await session.leave();
      assert.equal(session.snapshot.state.name, 'idle');
      give?.();
      await until('the track was given', () => devices.tracks.length === 1);
      await until('it is stopped', () => devices.live.length === 0);
      assert.equal(session.snapshot.media.camera.status, 'off');
    });

    it('comes back after leaving', async () => {
      const server = serverFor(2);
      const a = await joined(server, 'code-1');
      const b = await joined(server, 'code-2');
      await b.leave();
      await b.enter({ code: 'code-2' });
      await b.join();
      await untilLinked(a);
      await untilLinked(b);
      await connections.untilAllDecode();
    });

    it('says goodbye and stops everything at once when it is disposed of', async () => {
      const server = serverFor(1);
      const session = await joined(server, 'code-1');
      session.dispose();
      await until('every connection is closed', () => connections.open.length === 0);
      assert.isEmpty(devices.live);
      await until('the seat is free', () => server.room.participants.length === 0);
      assert.equal(await codeOf(session.enter({ code: 'code-1' })), 'aborted');
      session.dispose();
    });

    it('resolves without the server', async () => {
      const server = serverFor(1);
      const session = await joined(server, 'code-1');
      server.reachable = false;
      server.room.cut();
      await untilState(session, 'reconnecting');
      await session.leave();
      assert.include(session.snapshot.state, { name: 'ended', reason: 'left' });
    });

    it('goes back to the start for another code', async () => {
      const session = await joined(serverFor(1), 'code-1');
      await session.reset();
      assert.equal(session.snapshot.state.name, 'idle');
      assert.isNull(session.snapshot.interview);
      assert.isEmpty(session.snapshot.chat.entries);
      assert.isEmpty(devices.live);
    });

    it('ends with the interview', async () => {
      const server = serverFor(1, { people: { host: { role: 'interviewer', name: 'Host' } } });
      const host = await joined(server, 'host');
      const guest = await joined(server, 'code-1');
      await untilLinked(guest);
      await host.endForAll();
      for (const session of [host, guest]) {
        assert.include(await untilState(session, 'ended'), { reason: 'ended', canRejoin: false });
      }
      await until('every connection is closed', () => connections.open.length === 0);
      assert.isEmpty(devices.live);
      assert.equal(await codeOf(guest.setCameraEnabled(true)), 'invalid-state');
    });

    it('yields the seat to a newer page and does not fight for it', async () => {
      const server = serverFor(1);
      const older = await joined(server, 'code-1');
      sessionStorage.clear(); // another tab has its own
      const newer = await joined(server, 'code-1');
      const ended = await untilState(older, 'ended');
      assert.include(ended, { reason: 'duplicate-session', canRejoin: true });
      assert.equal(newer.snapshot.state.name, 'in-call');
      assert.lengthOf(server.room.participants, 1);
    });
  });
});
