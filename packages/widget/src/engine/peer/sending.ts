import type { OutgoingTracks, SlotName, Slots } from './media-slots.ts';
import type { SenderLimits, SendingPlan } from './sending-policy.ts';

/** Applies a plan to the senders of one connection, without a negotiation. */
export class Sending {
  readonly #senders: ReadonlyMap<SlotName, SenderSettings>;
  readonly #used = new Set<SlotName>();

  constructor(slots: Slots) {
    this.#senders = new Map(
      (['microphone', 'camera', 'screen'] as const).map((name) => [
        name,
        new SenderSettings(slots[name].sender),
      ]),
    );
  }

  apply({ camera, screen }: SendingPlan, tracks: OutgoingTracks): void {
    this.#set('microphone', { encoding: { priority: 'high' } });
    this.#set('camera', {
      encoding: toEncoding(camera, this.#isIdle('camera', tracks)),
      degradationPreference: 'maintain-framerate',
    });
    const isIdle = this.#isIdle('screen', tracks);
    if (!this.#used.has('screen')) return;
    this.#set('screen', {
      encoding: toEncoding(screen, isIdle),
      degradationPreference: 'maintain-resolution',
    });
  }

  /** The connection is made, or made anew. A browser may lose what was set before: sets it again. */
  connected(): void {
    for (const settings of this.#senders.values()) settings.connected();
  }

  /**
   * Throws away the pictures that wait to be sent. Where they come late they make the peer's browser
   * wait as long before it shows those that follow.
   */
  dropQueue(): void {
    this.#senders.get('camera')?.dropQueue();
    this.#senders.get('screen')?.dropQueue();
  }

  /** Sends whole pictures next, for a peer that has missed the ones before. */
  sendKeyFrames(): void {
    this.#senders.get('camera')?.sendKeyFrame();
    this.#senders.get('screen')?.sendKeyFrame();
  }

  /** Firefox goes on sending the last picture of a track that is gone, once a second. */
  #isIdle(name: SlotName, tracks: OutgoingTracks): boolean {
    if (tracks[name]) this.#used.add(name);
    return !tracks[name] && this.#used.has(name);
  }

  #set(name: SlotName, wanted: Wanted): void {
    this.#senders.get(name)?.set(wanted);
  }
}

/** A browser refuses when somebody else has read the parameters meanwhile. */
const TRIES = 5;
const RETRY_MS = 50;

interface Wanted {
  readonly encoding: Readonly<Partial<Record<keyof RTCRtpEncodingParameters, unknown>>>;
  readonly degradationPreference?: RTCDegradationPreference;
}

interface SenderWithOptions {
  setParameters(
    parameters: RTCRtpSendParameters,
    options: { readonly encodingOptions: readonly { readonly keyFrame: boolean }[] },
  ): Promise<void>;
}

function toEncoding(limits: SenderLimits, isIdle: boolean) {
  const { active, kbps, scaleResolutionDownBy, maxFramerate } = limits;
  return {
    active: active && !isIdle,
    maxBitrate: kbps * 1000,
    scaleResolutionDownBy,
    maxFramerate: maxFramerate ?? undefined,
  };
}

/**
 * The parameters of one sender: one change at a time, as browsers refuse a second one meanwhile. To
 * read and to write them stops the page for some ms each, and before the link connects nothing is
 * sent, while what is wanted changes with everybody who joins: it is written from then on.
 */
class SenderSettings {
  readonly #sender: RTCRtpSender;
  #wanted: Wanted | null = null;
  #applied = '';
  #busy = false;
  #isConnected = false;
  #keyFrame = false;
  /** Whether to stop for a moment. */
  #pause = false;

  constructor(sender: RTCRtpSender) {
    this.#sender = sender;
  }

  set(wanted: Wanted): void {
    this.#wanted = wanted;
    void this.#work();
  }

  connected(): void {
    this.#isConnected = true;
    this.#repeat();
  }

  /** A sender that stops lets go of what is queued; when it starts again it sends a whole picture. */
  dropQueue(): void {
    this.#pause = true;
    this.#repeat();
  }

  sendKeyFrame(): void {
    this.#keyFrame = true;
    this.#repeat();
  }

  #repeat(): void {
    this.#applied = '';
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#busy || !this.#isConnected || !this.#wanted) return;
    this.#busy = true;
    let refusals = 0;
    for (
      let text = this.#text;
      (text !== this.#applied || this.#keyFrame) && refusals < TRIES;
      text = this.#text
    ) {
      try {
        if (this.#pause) await this.#write({ encoding: { active: false } });
        this.#pause = false;
        await this.#write(this.#wanted);
        this.#applied = text;
      } catch {
        refusals += 1;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
    this.#busy = false;
  }

  get #text(): string {
    return JSON.stringify(this.#wanted);
  }

  async #write({ encoding, degradationPreference }: Wanted): Promise<void> {
    const parameters = this.#sender.getParameters();
    for (const each of parameters.encodings) Object.assign(each, encoding);
    if (degradationPreference) parameters.degradationPreference = degradationPreference;
    // `RTCSetParameterOptions` of W3C WebRTC Extensions; other browsers take no notice of it.
    const keyFrame = this.#keyFrame;
    this.#keyFrame = false;
    await (this.#sender as SenderWithOptions).setParameters(parameters, {
      encodingOptions: parameters.encodings.map(() => ({ keyFrame })),
    });
  }
}
