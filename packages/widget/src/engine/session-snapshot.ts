import type { ChatMessage, InterviewPublic, Participant, Role } from '@rendev/interview-protocol';
import type { RendevError, RendevErrorCode } from './rendev-error.ts';

/** Why a session is over. */
export type EndReason =
  | 'left'
  | 'ended'
  | 'expired'
  | 'canceled'
  | 'removed'
  | 'rejected'
  | 'duplicate-session'
  | 'network-lost';

/**
 * Where the person is. One value at a time; what belongs to a state is inside it.
 *
 * idle -> checking -> (refused | countdown) -> lobby -> joining -> (waiting) -> in-call
 * in-call <-> reconnecting -> ended
 */
export type SessionState =
  | { readonly name: 'idle' }
  | { readonly name: 'checking' }
  /** The code or ticket was refused; another may be tried. */
  | { readonly name: 'refused'; readonly error: RendevError }
  /** Too early. The session enters by itself when the server's clock reaches `opensAt` (ms). */
  | { readonly name: 'countdown'; readonly opensAt: number }
  | {
      readonly name: 'lobby';
      readonly role: Role;
      /** Who is in the room already. */
      readonly inside: readonly { readonly name: string; readonly role: Role }[];
      /** The name to join with; `null` when it has to be asked for. */
      readonly personName: string | null;
      /** Whether the code or ticket fixes the name, so that it cannot be changed. */
      readonly nameFixed: boolean;
      /** Why the last join failed, if it did. */
      readonly error: RendevError | null;
    }
  | { readonly name: 'joining' }
  /** Knocked; an interviewer has to admit. */
  | { readonly name: 'waiting' }
  | { readonly name: 'in-call' }
  /** The signaling connection is lost since `since` (ms); media may still flow. */
  | { readonly name: 'reconnecting'; readonly since: number }
  | {
      readonly name: 'ended';
      readonly reason: EndReason;
      /** ms in the call. */
      readonly durationMs: number;
      /** Whether `enter` with the same code or ticket may succeed now. */
      readonly canRejoin: boolean;
    };

/** The media path to one participant. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'failed';

/** `lost`: nothing arrives. `unknown`: not measured yet. */
export type Quality = 'unknown' | 'good' | 'weak' | 'lost';

export interface RemoteParticipant extends Participant {
  readonly link: LinkState;
  readonly quality: Quality;
  /** Microphone and camera, one stream for lip-sync. `null` before the link is made. */
  readonly stream: MediaStream | null;
  /** The shared screen with its sound, while it is shared. */
  readonly screenStream: MediaStream | null;
}

/** One of the person's own senders. */
export interface LocalDevice {
  /** `off`: nothing captured or sent. `starting`: asked for. `on`: a live track. `failed`: see `error`. */
  readonly status: 'off' | 'starting' | 'on' | 'failed';
  readonly error: RendevErrorCode | null;
  /** Device in use or chosen; `null` for the browser's default. */
  readonly deviceId: string | null;
}

export interface LocalMedia {
  readonly microphone: LocalDevice;
  readonly camera: LocalDevice;
  readonly screen: LocalDevice;
  /** The own microphone and camera, for preview, self view and level meter. */
  readonly stream: MediaStream | null;
  readonly screenStream: MediaStream | null;
  readonly devices: {
    readonly microphones: readonly MediaDeviceInfo[];
    readonly cameras: readonly MediaDeviceInfo[];
    readonly speakers: readonly MediaDeviceInfo[];
  };
  /** Chosen output; `null` for the default. Applied by the elements with `setSinkId`. */
  readonly speakerId: string | null;
  readonly canShareScreen: boolean;
}

/** A line of the chat. Nothing typed is lost: what is not stored yet is `sending` or `failed`. */
export type ChatEntry =
  | {
      readonly status: 'sent';
      readonly id: string;
      readonly message: ChatMessage;
      readonly mine: boolean;
    }
  | {
      readonly status: 'sending';
      readonly id: string;
      readonly text: string;
      readonly createdAt: number;
    }
  | {
      readonly status: 'failed';
      readonly id: string;
      readonly text: string;
      readonly createdAt: number;
      readonly code: RendevErrorCode;
    };

export interface Chat {
  /** By sequence, then what is not stored yet in the order it was typed. */
  readonly entries: readonly ChatEntry[];
  /** Messages of others after the own read mark. */
  readonly unread: number;
  /** Participant ids that are typing now. */
  readonly typing: readonly string[];
  /** Highest sequence read, by participant id. */
  readonly readMarks: ReadonlyMap<string, number>;
}

/** How a browser reaches a relay; `tls` passes where only web traffic does. */
export type Transport = 'udp' | 'tcp' | 'tls';

/**
 * Whether data that was sent through the server's relays came back, for each transport on which
 * there is one. `off`: not tested, or no relay to test.
 */
export interface ConnectionTest extends Readonly<
  Record<Transport, 'untested' | 'running' | 'works' | 'fails'>
> {
  readonly status: 'off' | 'running' | 'done';
}

/** Everything the interface shows. Frozen; a new one for every change, unchanged parts are shared. */
export interface SessionSnapshot {
  readonly state: SessionState;
  /** Known from the first answer of the server on, also while refused or counting down. */
  readonly interview: InterviewPublic | null;
  /** The own seat as the server has it; `null` outside the room. */
  readonly self: Participant | null;
  readonly participants: readonly RemoteParticipant[];
  readonly media: LocalMedia;
  readonly chat: Chat;
  /** Of the lobby; kept afterwards. */
  readonly connectionTest: ConnectionTest;
  /** Add to `Date.now()` for the server's clock, ms. */
  readonly clockOffsetMs: number;
}
