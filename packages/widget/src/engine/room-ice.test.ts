import { assert } from 'chai';
import { PeerConnections } from './testing/peer-connections.ts';
import { cleanUp, joined, serverFor, untilLinked } from './testing/people.ts';

const turn = (username: string) => [
  { urls: ['turn:localhost:9?transport=tcp'], username, credential: 'secret' },
];

describe('ICE servers of a room', () => {
  let connections: PeerConnections;

  beforeEach(() => {
    connections = new PeerConnections();
  });
  afterEach(() => {
    cleanUp();
    connections.restore();
  });

  it('are asked for anew by who has been inside for a while', async () => {
    const server = serverFor(2);
    server.room.iceServers = turn('at the first join');
    const first = await joined(server, 'code-1');
    server.room.iceServers = turn('at the second join');
    const second = await joined(server, 'code-2');
    await untilLinked(first);
    await untilLinked(second);
    const asked = server.room.received.filter(({ event }) => event === 'ice:refresh');
    assert.deepEqual(
      asked.map(({ from }) => from),
      [first.snapshot.self?.id],
    );
    const names = connections.open.map((pc) => pc.getConfiguration().iceServers?.[0]?.username);
    assert.deepEqual(names, ['at the second join', 'at the second join']);
  });
});
