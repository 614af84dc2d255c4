import { assert } from 'chai';
import type { IceServer } from '@rendev/interview-protocol';
import type { ConnectionTest } from '../session-snapshot.ts';
import { PeerConnections } from '../testing/peer-connections.ts';
import { testConnection } from './connection-test.ts';
import { NOT_TESTED } from './not-tested.ts';

/** Nobody listens there. */
const server = (...urls: string[]): IceServer => ({ urls, username: 'u', credential: 'c' });
const UDP = 'turn:127.0.0.1:9?transport=udp';
const TCP = 'turn:127.0.0.1:9?transport=tcp';
const TLS = 'turns:127.0.0.1:9?transport=tcp';

describe('testConnection', () => {
  let connections: PeerConnections;
  let reports: ConnectionTest[];
  const report = (test: ConnectionTest) => reports.push(test);

  beforeEach(() => {
    connections = new PeerConnections();
    reports = [];
  });
  afterEach(() => {
    connections.restore();
  });

  it('tests each transport by the relays of its own', async () => {
    const servers = [{ urls: ['stun:127.0.0.1:9'] }, server(TLS, UDP), server(TCP, UDP)];
    const test = await testConnection(servers, report, AbortSignal.timeout(30_000));
    assert.deepEqual(test, { status: 'done', udp: 'fails', tcp: 'fails', tls: 'fails' });
    assert.deepEqual(reports[0], {
      status: 'running',
      udp: 'running',
      tcp: 'running',
      tls: 'running',
    });
    assert.deepEqual(reports.at(-1), test);
    const used = connections.all.map((pc) => {
      const { iceServers = [], iceTransportPolicy } = pc.getConfiguration();
      assert.equal(iceTransportPolicy, 'relay');
      return iceServers.map(({ urls }) => urls);
    });
    assert.deepEqual(used, [
      ...[
        [[UDP], [UDP]],
        [[UDP], [UDP]],
      ],
      ...[[[TCP]], [[TCP]]],
      ...[[[TLS]], [[TLS]]],
    ]);
    assert.equal(connections.open.length, 0);
  });

  it('is off without a relay', async () => {
    const servers = [{ urls: ['stun:127.0.0.1:9'] }];
    assert.equal(await testConnection(servers, report, AbortSignal.timeout(30_000)), NOT_TESTED);
    assert.isEmpty(reports);
    assert.equal(connections.all.length, 0);
  });

  it('works where data comes back', async () => {
    // Without a relay at hand any path stands for one.
    const Real = RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Real {
      constructor() {
        super({});
      }
    };
    const test = await testConnection([server(UDP)], report, AbortSignal.timeout(30_000));
    assert.deepEqual(test, { ...NOT_TESTED, status: 'done', udp: 'works' });
    assert.deepEqual(
      reports.map(({ status, udp }) => [status, udp]),
      [
        ['running', 'running'],
        ['running', 'works'],
        ['done', 'works'],
      ],
    );
  });

  it('ends at once when it is aborted, and says nothing more', async () => {
    const ending = new AbortController();
    const test = testConnection([server(UDP, TCP, TLS)], report, ending.signal);
    ending.abort();
    const reason: unknown = await test.catch((error: unknown) => error);
    assert.propertyVal(reason, 'name', 'AbortError');
    assert.equal(connections.all.length, 6);
    assert.equal(connections.open.length, 0);
    assert.lengthOf(reports, 1);
  });
});
