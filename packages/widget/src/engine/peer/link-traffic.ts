import type { Flow } from '@rendev/interview-protocol';
import { CpuBackOff } from './cpu-back-off.ts';
import { LinkRating, type RatingView } from './link-rating.ts';
import type { LinkSample } from './link-sample.ts';
import type { OutgoingTracks, Slots } from './media-slots.ts';
import { PathBackOff } from './path-back-off.ts';
import { Sending } from './sending.ts';
import { sendingPlan, type SendingPlan, type SendingWishes } from './sending-policy.ts';

export interface TrafficView extends RatingView {
  /** By the peer, who said so. */
  readonly cameraPaused: boolean;
  /** By this side. */
  readonly ownCameraPaused: boolean;
}

export interface TrafficPort {
  /** The view is another one than before. */
  changed(): void;
  /** Tells the peer what it cannot see by itself. */
  tell(flow: Flow): void;
}

const UNKNOWN_HEIGHT = 720;
/** How old the pictures may become that wait for a path to come back. */
const QUEUE_MS = 800;

export const NO_TRAFFIC: TrafficView = {
  incoming: null,
  outgoing: null,
  weakness: null,
  cameraPaused: false,
  ownCameraPaused: false,
};

/** What one link carries: how good it is, how much is sent on it, and what both sides say of that. */
export class LinkTraffic {
  readonly #port: TrafficPort;
  readonly #sending: Sending;
  readonly #rating = new LinkRating();
  readonly #path = new PathBackOff();
  readonly #cpu = new CpuBackOff();
  #wishes: SendingWishes;
  #tracks: OutgoingTracks;
  #plan: SendingPlan;
  #relayed = false;
  #theirs: Flow = { cameraPaused: false, lowData: false };
  #told = '';
  #queueDroppedAt = -Infinity;
  #view = NO_TRAFFIC;

  constructor(slots: Slots, tracks: OutgoingTracks, wishes: SendingWishes, port: TrafficPort) {
    this.#port = port;
    this.#sending = new Sending(slots);
    this.#tracks = tracks;
    this.#wishes = wishes;
    this.#plan = this.#apply();
  }

  get view(): TrafficView {
    return this.#view;
  }

  take(sample: LinkSample): void {
    this.#relayed = sample.path ? sample.path.kind === 'relayed' : this.#relayed;
    this.#rating.add(sample, this.#plan.camera.kbps);
    this.#path.add(sample);
    this.#cpu.add(sample);
    this.#update();
  }

  setWishes(wishes: SendingWishes): void {
    this.#wishes = wishes;
    this.#update();
  }

  setTracks(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#update();
  }

  receive(flow: Flow): void {
    this.#theirs = flow;
    this.#update();
  }

  /** @param at ms; nothing gets through for now */
  pathSilent(at: number): void {
    if (at - this.#queueDroppedAt < QUEUE_MS) return;
    this.#queueDroppedAt = at;
    this.#sending.dropQueue();
  }

  /** What was sent of late has not arrived. */
  pathMended(): void {
    this.#sending.sendKeyFrames();
  }

  /** The link is made, or made anew: what was set and told before may be lost. */
  connected(): void {
    this.#sending.connected();
    this.#told = '';
    this.#tell();
  }

  #update(): void {
    this.#plan = this.#apply();
    if (this.#told !== '') this.#tell();
    const view = this.#look();
    const keys = Object.keys(view) as (keyof TrafficView)[];
    if (keys.every((key) => view[key] === this.#view[key])) return;
    this.#view = view;
    this.#port.changed();
  }

  #apply(): SendingPlan {
    const { camera, screen } = this.#tracks;
    const { width = Infinity, height = UNKNOWN_HEIGHT } = camera?.getSettings() ?? {};
    const plan = sendingPlan({
      links: this.#wishes.links,
      relayed: this.#relayed,
      lowData: this.#wishes.lowData || this.#theirs.lowData,
      screenShared: screen !== null,
      captureHeight: Math.min(width, height),
      lowered: this.#path.lowered,
      paused: this.#path.pausedBy !== null,
      smaller: this.#cpu.smaller,
    });
    this.#sending.apply(plan, this.#tracks);
    return plan;
  }

  get #isPaused(): boolean {
    return this.#tracks.camera !== null && this.#path.pausedBy !== null;
  }

  #tell(): void {
    const flow = { cameraPaused: this.#isPaused, lowData: this.#wishes.lowData };
    const text = JSON.stringify(flow);
    if (text === this.#told) return;
    this.#told = text;
    this.#port.tell(flow);
  }

  /** What makes a camera pause stays the reason, though without a picture the line looks good. */
  #look(): TrafficView {
    const { incoming, outgoing, weakness } = this.#rating.view;
    const { cameraPaused } = this.#theirs;
    const paused =
      (this.#isPaused ? this.#path.pausedBy : null) ?? (cameraPaused ? 'bandwidth' : null);
    return {
      incoming,
      outgoing,
      weakness: weakness ?? paused,
      cameraPaused,
      ownCameraPaused: this.#isPaused,
    };
  }
}
