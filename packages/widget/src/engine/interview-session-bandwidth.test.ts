import { assert } from 'chai';
import { cameraKbps, PeerConnections } from './testing/peer-connections.ts';
import { cleanUp, joined, serverFor, untilLinked } from './testing/people.ts';
import { until } from './testing/until.ts';

describe('the bandwidth of a session', () => {
  let connections: PeerConnections;

  beforeEach(() => {
    connections = new PeerConnections();
  });

  afterEach(() => {
    cleanUp();
    connections.restore();
  });

  /** Of so many connections, counted on both sides. */
  const untilEach = (count: number, kbps: number) =>
    until(`each of ${count} cameras may take ${kbps} kbps`, () => {
      const found = connections.open.map(cameraKbps);
      return found.length === count && found.every((each) => each === kbps);
    });

  it('shows in the statistics of every link', async () => {
    const server = serverFor(2);
    const first = await joined(server, 'code-1');
    assert.isEmpty(first.statistics());
    const second = await joined(server, 'code-2');
    const { id } = await untilLinked(first, 'Person 2');
    await untilLinked(second);
    const link = await until('both cameras are measured', () =>
      first.statistics().find(({ incoming, outgoing }) => incoming.camera && outgoing.camera),
    );
    assert.equal(link.participantId, id);
    assert.deepEqual(link.path, { kind: 'direct', transport: 'udp' });
    assert.isAbove(link.incoming.camera?.kbps ?? 0, 0);
    assert.isNull(link.incoming.screen);
    await until('it is rated', () => first.snapshot.participants[0]?.quality.level === 'good');
    await first.leave();
    assert.isEmpty(first.statistics());
  });

  it('is little in both directions while one of the two saves data', async () => {
    const server = serverFor(2);
    const first = await joined(server, 'code-1');
    const second = await joined(server, 'code-2');
    await untilLinked(first);
    await untilLinked(second);
    first.setLowData(true);
    assert.isTrue(first.snapshot.media.lowData);
    const areSmall = () => {
      const [link] = first.statistics();
      return link?.incoming.camera?.height === 180 && link.outgoing.camera?.height === 180;
    };
    await until('both pictures are small', areSmall);
    first.setLowData(false);
    await untilEach(2, 2500);
  });

  it('is shared anew when a third person comes and goes', async () => {
    const server = serverFor(3);
    await joined(server, 'code-1');
    await joined(server, 'code-2');
    await untilEach(2, 2500);
    const third = await joined(server, 'code-3');
    await untilEach(6, 384);
    await third.leave();
    await untilEach(2, 2500);
  });
});
