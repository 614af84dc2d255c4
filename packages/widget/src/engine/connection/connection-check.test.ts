import { assert } from 'chai';
import { PeerConnections } from '../testing/peer-connections.ts';
import { cleanUp, codeOf, newSession, serverFor } from '../testing/people.ts';
import { until } from '../testing/until.ts';
import { NOT_TESTED } from './not-tested.ts';

/** Nobody listens there. */
const unreachable = [{ urls: ['turn:127.0.0.1:9'], username: 'u', credential: 'c' }];

describe('the connection test of a session', () => {
  let connections: PeerConnections;

  beforeEach(() => {
    connections = new PeerConnections();
  });
  afterEach(() => {
    cleanUp();
    connections.restore();
  });

  const inLobby = async (iceServers = unreachable) => {
    const server = serverFor(1);
    server.room.iceServers = iceServers;
    const session = newSession(server);
    await session.enter({ code: 'code-1' });
    return session;
  };
  it('stands in the snapshot, and begins anew with another entry', async () => {
    const session = await inLobby();
    const test = await session.testConnection();
    assert.deepEqual(test, { ...NOT_TESTED, status: 'done', udp: 'fails' });
    assert.deepEqual(session.snapshot.connectionTest, test);
    await session.enter({ code: 'code-1' });
    assert.deepEqual(session.snapshot.connectionTest, NOT_TESTED);
  });

  it('is off without a relay, and belongs to the lobby', async () => {
    const session = await inLobby([]);
    assert.deepEqual(await session.testConnection(), NOT_TESTED);
    await session.leave();
    assert.equal(await codeOf(session.testConnection()), 'invalid-state');
  });

  for (const [what, end] of [
    ['joining', (session) => session.join()],
    ['leaving', (session) => session.leave()],
    ['another entry', (session) => session.enter({ code: 'code-1' })],
  ] satisfies [string, (session: ReturnType<typeof newSession>) => Promise<void>][]) {
    it(`is ended by ${what}`, async () => {
      const session = await inLobby();
      const runs = new Promise<void>((resolve) => {
        session.subscribe(({ connectionTest }) => {
          if (connectionTest.status === 'running') resolve();
        });
      });
      const test = codeOf(session.testConnection());
      await runs;
      await end(session);
      assert.equal(await test, 'aborted');
      assert.deepEqual(session.snapshot.connectionTest, NOT_TESTED);
      // The lobby warms the browser up with one of its own.
      await until('every connection is closed', () => connections.open.length === 0);
    });
  }

  it('gives way to another one', async () => {
    const session = await inLobby();
    const first = codeOf(session.testConnection());
    const second = await session.testConnection();
    assert.equal(await first, 'aborted');
    assert.equal(second.status, 'done');
    assert.equal(session.snapshot.connectionTest, second);
  });
});
