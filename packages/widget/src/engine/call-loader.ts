import { RendevError } from './rendev-error.ts';
import type { warmUp } from './peer/warm-up.ts';
import type { Room } from './room.ts';
import type { Connect } from './signaling/signaling-channel.ts';
import type { Channel } from './signaling/socket-io-channel.ts';

export interface CallParts {
  readonly Room: typeof Room;
  readonly warmUp: typeof warmUp;
  readonly connect: Connect;
  /** See `Channel`. */
  readonly standBy: (signal: AbortSignal) => void;
}

interface CallPlace {
  readonly server: string;
  readonly interviewId: string;
  /** In place of a channel to the server. */
  readonly connect: Connect | undefined;
}

/** The heavier half of the engine, which loads while the person is in the lobby. */
export async function loadCall({ connect, ...place }: CallPlace): Promise<CallParts> {
  if (typeof RTCPeerConnection !== 'function') throw new RendevError('media-unsupported');
  try {
    const [{ Room, warmUp }, channel] = await Promise.all([
      import('./room.ts'),
      connect ? { connect, standBy: () => undefined } : channelTo(place),
    ]);
    return { Room, warmUp, ...channel };
  } catch (cause) {
    throw new RendevError('server-unreachable', { retryable: true, cause });
  }
}

/** To have it at hand in the lobby; the join tells if it fails. */
export async function preloadCall(
  place: CallPlace,
  isLobby: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { warmUp, standBy } = await loadCall(place);
    if (isLobby()) standBy(signal);
    await warmUp();
  } catch {
    // See above.
  }
}

const channels = new Map<string, Channel>();

/** One for each interview, so that what stands by in the lobby is at hand for the join. */
async function channelTo({ server, interviewId }: Omit<CallPlace, 'connect'>): Promise<Channel> {
  const { socketIoChannel } = await import('./signaling/socket-io-channel.ts');
  const key = `${interviewId} ${server}`;
  const channel = channels.get(key) ?? socketIoChannel(server, interviewId);
  channels.set(key, channel);
  return channel;
}
