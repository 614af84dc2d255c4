/** What a person needs to get into a room; which of it is used depends on the contender. */
export interface CallOptions {
  /** Base URL of the contender's server. */
  readonly server: string;
  readonly room: string;
  /** The own id in the room, or the own interview code. */
  readonly id: string;
  /** Ids of those who are inside already, where no server tells. */
  readonly inside: readonly string[];
  /** Whether the person's voice is sent, beside the picture. */
  readonly microphone: boolean;
  /** For contenders whose server hands out none. */
  readonly configuration: RTCConfiguration;
}

/** The same for every contender, so that one program can measure all of them. */
interface CallPage {
  /** What is over before the clock runs. */
  prepare(options: CallOptions): Promise<void>;
  /** Resolves when others can call this page. */
  join(): Promise<void>;
}

declare global {
  var callPage: CallPage;
  /** By participant: when each picture was presented, ms since the epoch. */
  var remoteFrames: Record<string, number[]>;
}

globalThis.remoteFrames = {};
const videos = new Map<string, HTMLVideoElement>();

/** Shows a participant's stream, and notes each of its pictures. */
export function showRemote(id: string, stream: MediaStream): void {
  const shown = videos.get(id);
  if (shown) {
    if (shown.srcObject !== stream) shown.srcObject = stream;
    return;
  }
  const video = document.createElement('video');
  videos.set(id, video);
  Object.assign(video, { muted: true, autoplay: true, playsInline: true, srcObject: stream });
  document.body.append(video);
  const frames: number[] = [];
  globalThis.remoteFrames[id] = frames;
  const next = (): void => {
    video.requestVideoFrameCallback((now) => {
      frames.push(performance.timeOrigin + now);
      next();
    });
  };
  next();
}
