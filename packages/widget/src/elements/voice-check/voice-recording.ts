/** Quieter than this, relative to full scale, is no voice: -40 dBFS. */
const VOICE_PEAK = 0.01;

export const canRecord = (): boolean => typeof MediaRecorder === 'function';

/**
 * Records a track into this page's memory.
 *
 * @param signal stops early: what was recorded until then is given back
 */
export async function recordVoice(
  track: MediaStreamTrack,
  durationMs: number,
  signal: AbortSignal,
): Promise<Blob> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('stop', () => {
      resolve();
    });
    recorder.addEventListener('error', () => {
      reject(new DOMException('The recorder failed', 'EncodingError'));
    });
  });
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  signal.addEventListener('abort', stop);
  recorder.start();
  const timer = setTimeout(stop, durationMs);
  try {
    await stopped;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
  return new Blob(parts, { type: recorder.mimeType });
}

/**
 * Plays a recording, decoded rather than by a `blob:` address, which a host's content security policy
 * may refuse. Resolves when it has ended.
 *
 * @param speakerId `null` for the default output
 * @returns whether a voice is in it; without one nothing is played
 */
export async function playVoice(
  recording: Blob,
  speakerId: string | null,
  signal: AbortSignal,
): Promise<boolean> {
  const context = new AudioContext();
  const audio = new Audio();
  try {
    const sound = await context.decodeAudioData(await recording.arrayBuffer());
    if (!hasVoice(sound)) return false;
    const out = context.createMediaStreamDestination();
    audio.srcObject = out.stream;
    if (speakerId !== null && 'setSinkId' in audio) await audio.setSinkId(speakerId);
    await audio.play();
    const source = new AudioBufferSourceNode(context, { buffer: sound });
    source.connect(out);
    if (signal.aborted) return true;
    await new Promise<void>((resolve) => {
      source.onended = () => {
        resolve();
      };
      signal.addEventListener('abort', () => {
        source.stop();
      });
      source.start();
    });
    return true;
  } finally {
    audio.srcObject = null;
    await context.close();
  }
}

function hasVoice(sound: AudioBuffer): boolean {
  return sound.getChannelData(0).some((sample) => Math.abs(sample) > VOICE_PEAK);
}
