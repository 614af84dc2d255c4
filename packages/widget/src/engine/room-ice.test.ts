import { assert } from 'chai';
import { PeerConnections } from './testing/peer-connections.ts';
import { cleanUp, joined, serverFor, untilLinked } from './testing/people.ts';

const turn = (username: string) => [
  { urls: ['turn:localhost:9?transport=tcp'], username, credential: 'secret' },
];

describe('ICE servers of a room', () => {
  const realNow = performance.now.bind(performance);
  let connections: PeerConnections;

  beforeEach(() => {
    connections = new PeerConnections();
  });
  afterEach(() => {
    performance.now = realNow;
    cleanUp();
    connections.restore();
  });

  /** The second person joins so many minutes after the first. */
  async function joinApart(minutes: number) {
    const server = serverFor(2);
    server.room.iceServers = turn('at the first join');
    const first = await joined(server, 'code-1');
    performance.now = () => realNow() + minutes * 60_000;
    server.room.iceServers = turn('at the second join');
    const second = await joined(server, 'code-2');
    await untilLinked(first);
    await untilLinked(second);
    return {
      firstId: first.snapshot.self?.id,
      asked: server.room.received
        .filter(({ event }) => event === 'ice:refresh')
        .map(({ from }) => from),
      names: connections.open.map((pc) => pc.getConfiguration().iceServers?.[0]?.username),
    };
  }

  it('are asked for anew by who has been inside for a while', async () => {
    const { asked, firstId, names } = await joinApart(10);
    assert.deepEqual(asked, [firstId]);
    assert.deepEqual(names, ['at the second join', 'at the second join']);
  });

  it('are taken as they are by who has come a moment ago', async () => {
    const { asked, names } = await joinApart(1);
    assert.isEmpty(asked);
    assert.sameMembers(names, ['at the first join', 'at the second join']);
  });
});
