/**
 * A WebRTC peer that shares no code with any browser. Answers every offer that its parent sends, by
 * relays only, and sends back the pictures that come in. A process of its own, since
 * werift's timers outlive its connections.
 */
import { RTCPeerConnection } from 'werift';
import type { Offer } from './werift-peer.ts';

/** How often a picture is asked for that can be decoded by itself. */
const KEY_FRAME_MS = 500;

process.on('message', (offer: Offer) => {
  void answer(offer).then((sdp) => process.send?.(sdp));
});
process.once('disconnect', () => process.exit());

async function answer({ sdp, iceServers, ca }: Offer): Promise<string> {
  const pc = new RTCPeerConnection({
    iceServers,
    iceTransportPolicy: 'relay',
    turnTlsOptions: { ca },
  });
  pc.onRemoteTransceiverAdded.subscribe((transceiver) => {
    const { sender, receiver } = transceiver;
    transceiver.setDirection('sendrecv');
    transceiver.onTrack.subscribe((track) => {
      // werift does not tell who sends that its picture cannot be decoded yet.
      setInterval(() => void receiver.sendRtcpPLI(track.ssrc ?? 0), KEY_FRAME_MS);
      void sender.replaceTrack(track);
    });
  });
  await pc.setRemoteDescription({ type: 'offer', sdp });
  await pc.setLocalDescription(await pc.createAnswer());
  return pc.localDescription?.sdp ?? '';
}
