import { RendevError } from './rendev-error.ts';
import type { warmUp } from './peer/warm-up.ts';
import type { Room } from './room.ts';
import type { Connect } from './signaling/signaling-channel.ts';

export interface CallParts {
  readonly Room: typeof Room;
  readonly warmUp: typeof warmUp;
  readonly connect: Connect;
}

/** The heavier half of the engine, which loads while the person is in the lobby. */
export async function loadCall(server: string, connect?: Connect): Promise<CallParts> {
  if (typeof RTCPeerConnection !== 'function') throw new RendevError('media-unsupported');
  try {
    const [{ Room, warmUp }, { socketIoChannel }] = await Promise.all([
      import('./room.ts'),
      connect ? { socketIoChannel: () => connect } : import('./signaling/socket-io-channel.ts'),
    ]);
    return { Room, warmUp, connect: socketIoChannel(server) };
  } catch (cause) {
    throw new RendevError('server-unreachable', { retryable: true, cause });
  }
}
