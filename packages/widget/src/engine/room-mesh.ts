import { onNetworkChange } from './network-change.ts';
import { onPageVisible } from './page-life.ts';
import { PeerMesh } from './peer/peer-mesh.ts';
import { RendevError } from './rendev-error.ts';
import type { RoomOptions, RoomPort } from './room-port.ts';
import type { ReconnectingChannel } from './signaling/reconnecting-channel.ts';

/** Longer than a round trip; a link that is to be mended does not wait longer than that. */
const ICE_REFRESH_MS = 2_500;

/**
 * The mesh of a room, which signals by the room's channel and hears of this device's network and
 * page.
 *
 * @param signal ends that hearing; the mesh itself ends by its `close`
 */
export function openMesh(
  channel: ReconnectingChannel,
  { tracks, lowData, expected }: Pick<RoomOptions, 'tracks' | 'lowData' | 'expected'>,
  { changed, failed }: Pick<RoomPort, 'changed' | 'failed'>,
  signal: AbortSignal,
): PeerMesh {
  const refreshIceServers = async () => {
    const { iceServers } = await channel.probe('ice:refresh', {}, ICE_REFRESH_MS);
    return iceServers;
  };
  const mesh = new PeerMesh({
    send: (sent) => {
      // What is not delivered is taken up by the next roster change or reconnect. Of candidates there
      // are many: an acknowledgement of each would cost the server as much as the candidate.
      if (!('description' in sent)) {
        channel.tell('signal:send', sent);
        return;
      }
      channel.request('signal:send', sent).catch((error: unknown) => {
        if ((error as RendevError).code === 'description-invalid') {
          failed(new RendevError('negotiation-failed', { cause: error }));
        }
      });
    },
    refreshIceServers,
    live: () => channel.live,
    changed,
    failed,
  });
  mesh.setTracks(tracks);
  mesh.setLowData(lowData);
  if (expected) mesh.prepare(expected.count, expected.settings);
  onNetworkChange(() => {
    // Also where nobody is linked: shows whether the websocket has survived the change.
    refreshIceServers().catch(() => undefined);
    mesh.networkChanged();
  }, signal);
  onPageVisible(() => {
    mesh.hurry();
  }, signal);
  return mesh;
}
