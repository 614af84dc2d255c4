import type { MediaWanted } from '../../controllers/media-start.ts';
import { getDefaultServer } from '../../default-server.ts';
import type { SessionOptions } from '../../engine/session.ts';

/** The attributes of the element that a session is made of. */
interface Settings {
  readonly server: string | null;
  readonly microphone: 'on' | 'off';
  readonly camera: 'on' | 'off';
}

export function sessionOptions({ server, microphone, camera }: Settings): SessionOptions {
  return {
    server: server ?? getDefaultServer(),
    microphone: microphone !== 'off',
    camera: camera !== 'off',
    // The lobby explains before the browser asks.
    mediaInLobby: false,
  };
}

/** What the lobby asks the browser for. */
export function mediaWanted(settings: Settings): MediaWanted {
  const microphone = settings.microphone !== 'off';
  const camera = settings.camera !== 'off';
  if (microphone && camera) return 'both';
  return microphone ? 'microphone' : camera ? 'camera' : 'none';
}
