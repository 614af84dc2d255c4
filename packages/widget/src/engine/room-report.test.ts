import { assert } from 'chai';
import type { ParticipantReport } from '@rendev/interview-protocol';
import { PeerConnections } from './testing/peer-connections.ts';
import { cleanUp, joined, serverFor, untilLinked, untilState } from './testing/people.ts';
import { until } from './testing/until.ts';

describe('the report of a call', () => {
  const realNow = performance.now.bind(performance);
  const sendBeacon = navigator.sendBeacon.bind(navigator);
  let connections: PeerConnections;
  let ahead: number;

  beforeEach(() => {
    connections = new PeerConnections();
    ahead = 0;
    performance.now = () => realNow() + ahead;
    navigator.sendBeacon = () => true;
  });
  afterEach(() => {
    performance.now = realNow;
    navigator.sendBeacon = sendBeacon;
    cleanUp();
    connections.restore();
  });

  /** A call of two, of which the first person's reports are looked at. */
  async function callOfTwo(role: 'interviewer' | 'participant' = 'participant') {
    const server = serverFor(2, { role });
    const { room } = server;
    const first = await joined(server, 'code-1');
    const second = await joined(server, 'code-2');
    await untilLinked(first);
    await untilLinked(second);
    const id = first.snapshot.self?.id ?? '';
    const reports = () =>
      room.reports.filter(({ from }) => from === id).map(({ report }) => report);
    // Candidates come as late as the browser finds them.
    const events = () =>
      room.received
        .filter(({ from, event }) => from === id && event !== 'signal:send')
        .map(({ event }) => event);
    return { server, room, first, reports, events };
  }

  const seconds = ({ good, weak, lost }: ParticipantReport) => good + weak + lost;

  it('comes before the goodbye, with the time of the set-up', async () => {
    const { first, reports, events } = await callOfTwo();
    ahead += 30_000;
    await first.leave();
    const [report, ...more] = reports();
    assert.isEmpty(more);
    assert.isTrue(report && seconds(report) >= 30, JSON.stringify(report));
    assert.isNumber(report?.setupMs);
    assert.isFalse(report?.relayed);
    assert.deepEqual(events().slice(-2), ['participant:report', 'participant:leave']);
  });

  it('has in it the time in which the server was away', async () => {
    const { server, room, first, reports } = await callOfTwo();
    server.reachable = false;
    room.cut();
    await untilState(first, 'reconnecting');
    ahead += 40_000;
    server.reachable = true;
    await untilState(first, 'in-call');
    assert.isEmpty(reports());
    await first.leave();
    const [report, ...more] = reports();
    assert.isEmpty(more);
    assert.isTrue(report && seconds(report) >= 40, JSON.stringify(report));
  });

  it('is sent when the page goes, and the next one has nothing of it', async () => {
    const { first, reports } = await callOfTwo();
    ahead += 1_000_000; // more than the rest of the test takes
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until('it has come', () => reports().length === 1);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await untilState(first, 'in-call');
    await untilLinked(first);
    ahead += 5_000;
    await first.leave();
    const [, report] = reports();
    assert.isTrue(report && seconds(report) >= 5 && seconds(report) < 120, JSON.stringify(report));
  });

  it('comes when the interview is over, whoever ended it', async () => {
    for (const endedBy of ['this person', 'the host']) {
      const { room, first, reports } = await callOfTwo('interviewer');
      ahead += 7_000;
      if (endedBy === 'the host') room.end();
      else await first.endForAll();
      await untilState(first, 'ended');
      await until('it has come', () => reports().length > 0);
      const [report, ...more] = reports();
      assert.isEmpty(more);
      assert.isTrue(report && seconds(report) >= 7, `${endedBy}: ${JSON.stringify(report)}`);
      assert.isNumber(report?.setupMs);
    }
  });
});
