import type { IceServer } from '@rendev/interview-protocol';
import type { ConnectionTest, Transport } from '../session-snapshot.ts';
import { NOT_TESTED } from './not-tested.ts';

const TIMEOUT_MS = 8_000;
const TRANSPORTS: readonly Transport[] = ['udp', 'tcp', 'tls'];

/**
 * Sends data to itself through the TURN servers, over each transport that their URLs name, all at
 * the same time. Reports each result as it comes; takes 8 s at most. Once aborted it reports nothing
 * more, and rejects.
 */
export async function testConnection(
  iceServers: readonly IceServer[],
  report: (test: ConnectionTest) => void,
  signal: AbortSignal,
): Promise<ConnectionTest> {
  const paths = TRANSPORTS.map((transport) => ({
    transport,
    servers: serversOver(transport, iceServers),
  })).filter(({ servers }) => servers.length > 0);

  let test = NOT_TESTED;
  const learn = (change: Partial<ConnectionTest>) => {
    test = { ...test, ...change };
    if (!signal.aborted) report(test);
  };
  if (paths.length === 0) return test;
  const running = paths.map(({ transport }) => [transport, 'running'] as const);
  learn({ status: 'running', ...Object.fromEntries(running) });
  await Promise.all(
    paths.map(async ({ transport, servers }) => {
      const works = await loopsThrough(servers, signal);
      learn({ [transport]: works ? 'works' : 'fails' });
    }),
  );
  signal.throwIfAborted();
  learn({ status: 'done' });
  return test;
}

function serversOver(transport: Transport, iceServers: readonly IceServer[]): RTCIceServer[] {
  return iceServers
    .map((server) => ({
      ...server,
      urls: server.urls.filter((url) => transportOf(url) === transport),
    }))
    .filter(({ urls }) => urls.length > 0);
}

/** UDP unless the URL says otherwise (RFC 7065, section 3.1); `null` for what relays nothing. */
function transportOf(url: string): Transport | null {
  if (url.startsWith('turns:')) return 'tls';
  if (!url.startsWith('turn:')) return null;
  return url.endsWith('?transport=tcp') ? 'tcp' : 'udp';
}

/** Whether what one connection sends comes back from another, both reached by a relay alone. */
async function loopsThrough(iceServers: RTCIceServer[], signal: AbortSignal): Promise<boolean> {
  const near = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
  const far = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
  const over = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  const comesBack = new Promise<boolean>((resolve) => {
    const fail = () => {
      resolve(false);
    };
    if (over.aborted) fail();
    over.addEventListener('abort', fail);
    trickle(near, far, fail);
    trickle(far, near, fail);
    far.addEventListener('datachannel', ({ channel }) => {
      channel.addEventListener('message', ({ data }: MessageEvent<string>) => {
        channel.send(data);
      });
    });
    const channel = near.createDataChannel('echo');
    channel.addEventListener('open', () => {
      channel.send('echo');
    });
    channel.addEventListener('message', () => {
      resolve(true);
    });
    negotiate(near, far).catch(fail);
  });
  const works = await comesBack;
  near.close();
  far.close();
  return works;
}

async function negotiate(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  const offer = await near.createOffer();
  await Promise.all([near.setLocalDescription(offer), far.setRemoteDescription(offer)]);
  const answer = await far.createAnswer();
  await Promise.all([far.setLocalDescription(answer), near.setRemoteDescription(answer)]);
}

/**
 * Hands candidates over; they wait for the description, which is under way before there is one.
 * When gathering ends without any, no server was reached.
 */
function trickle(from: RTCPeerConnection, to: RTCPeerConnection, unreached: () => void): void {
  let isReached = false;
  from.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate === null && !isReached) unreached();
    if (candidate === null || candidate.candidate === '') return;
    isReached = true;
    to.addIceCandidate(candidate).catch(unreached);
  });
}
