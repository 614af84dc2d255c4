/**
 * What a connection carries, in the order of its media sections. All four exist from the first
 * offer on and send in both directions, so that every later change is a `replaceTrack` and never a
 * renegotiation. Microphone and camera share a stream, which keeps lips and voice together; so do
 * the screen and its sound.
 */
export const SLOTS = [
  { name: 'microphone', kind: 'audio' },
  { name: 'camera', kind: 'video' },
  { name: 'screen', kind: 'video' },
  { name: 'screenSound', kind: 'audio' },
] as const;

export type SlotName = (typeof SLOTS)[number]['name'];

/** What is sent on each slot; `null` sends nothing at all. */
export type OutgoingTracks = Readonly<Record<SlotName, MediaStreamTrack | null>>;

export const NO_TRACKS: OutgoingTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};

export type Slots = Readonly<Record<SlotName, RTCRtpTransceiver>>;

/** The side that makes the first offer creates the slots. */
export function createSlots(pc: RTCPeerConnection): Slots {
  const streams = slotStreams();
  const slots = toSlots(
    SLOTS.map(({ name, kind }) =>
      pc.addTransceiver(kind, { direction: 'sendrecv', streams: [streams[name]] }),
    ),
  );
  preferRed(slots.microphone);
  return slots;
}

/**
 * The answering side takes over the slots of the offer, between setting it and answering. Throws
 * when the offer does not have exactly the four.
 */
export function adoptSlots(pc: RTCPeerConnection): Slots {
  const transceivers = pc.getTransceivers();
  const fits =
    transceivers.length === SLOTS.length &&
    SLOTS.every(({ kind }, index) => transceivers[index]?.receiver.track.kind === kind);
  if (!fits) throw new TypeError('The offer does not have the four media sections of a room');
  const slots = toSlots(transceivers);
  preferRed(slots.microphone);
  const streams = slotStreams();
  for (const { name } of SLOTS) {
    slots[name].direction = 'sendrecv';
    slots[name].sender.setStreams(streams[name]);
  }
  return slots;
}

export function remoteStreams(slots: Slots): { stream: MediaStream; screenStream: MediaStream } {
  const track = (name: SlotName) => slots[name].receiver.track;
  return {
    stream: new MediaStream([track('microphone'), track('camera')]),
    screenStream: new MediaStream([track('screen'), track('screenSound')]),
  };
}

/** Redundant audio (RFC 2198), which carries each frame twice, makes up for lost packets. */
function preferRed(microphone: RTCRtpTransceiver): void {
  const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? [];
  const isRed = ({ mimeType }: RTCRtpCodec) => mimeType.toLowerCase() === 'audio/red';
  if (!codecs.some(isRed)) return;
  const others = codecs.filter((codec) => !isRed(codec));
  microphone.setCodecPreferences([...codecs.filter(isRed), ...others]);
}

function slotStreams(): Record<SlotName, MediaStream> {
  const person = new MediaStream();
  const screen = new MediaStream();
  return { microphone: person, camera: person, screen, screenSound: screen };
}

function toSlots(transceivers: readonly RTCRtpTransceiver[]): Slots {
  return Object.fromEntries(
    SLOTS.map(({ name }, index) => [name, transceivers[index]]),
  ) as unknown as Slots;
}
