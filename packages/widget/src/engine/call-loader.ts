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

/** The heavier half of the engine, which loads while the person is in the lobby. */
export async function loadCall(server: string, connect?: Connect): Promise<CallParts> {
  if (typeof RTCPeerConnection !== 'function') throw new RendevError('media-unsupported');
  try {
    const [{ Room, warmUp }, channel] = await Promise.all([
      import('./room.ts'),
      connect ? { connect, standBy: () => undefined } : channelTo(server),
    ]);
    return { Room, warmUp, ...channel };
  } catch (cause) {
    throw new RendevError('server-unreachable', { retryable: true, cause });
  }
}

const channels = new Map<string, Channel>();

/** One for each server, so that what stands by in the lobby is at hand for the join. */
async function channelTo(server: string): Promise<Channel> {
  const { socketIoChannel } = await import('./signaling/socket-io-channel.ts');
  const channel = channels.get(server) ?? socketIoChannel(server);
  channels.set(server, channel);
  return channel;
}
