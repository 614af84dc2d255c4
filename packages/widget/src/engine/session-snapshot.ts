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
      /** What the interviewer said with `rejected` or `removed`, as plain text; `null` for nothing. */
      readonly word: string | null;
    };

/** The media path to one participant. */
export type LinkState = 'connecting' | 'connected' | 'reconnecting' | 'failed';

/**
 * How the connection to a participant is, in the one word that a person is shown. `reconnecting`:
 * it broke and is being mended. `lost`: no path was found. `unknown`: not measured yet.
 */
export type QualityLevel = 'unknown' | 'good' | 'weak' | 'reconnecting' | 'lost';

/** What makes the level less than good. */
export type QualityReason =
  /** `weak` */
  | 'packet-loss'
  | 'delay'
  | 'bandwidth'
  /** `reconnecting`: the media path broke. */
  | 'path-lost'
  /** `reconnecting`: the participant has lost the server, or closed the page without a word. */
  | 'participant-away'
  /** `lost`: the two browsers find no path to each other. */
  | 'no-path';

export interface Quality {
  readonly level: QualityLevel;
  readonly reason: QualityReason | null;
  /**
   * Rating of what is received and of what is sent, 0 to 94 in steps of 5, by the E-model (ITU-T
   * G.107) as far as delay, jitter and loss go; 80 and more is good. `null`: not measured.
   */
  readonly incoming: number | null;
  readonly outgoing: number | null;
}

export interface RemoteParticipant extends Participant {
  readonly link: LinkState;
  readonly quality: Quality;
  /** Their camera is on, but this page gets no picture: the line is weak. */
  readonly cameraPaused: boolean;
  /** The own camera is on, but they get no picture, for the same reason. */
  readonly ownCameraPaused: boolean;
  /** Microphone and camera, one stream for lip-sync. `null` before the link is made. */
  readonly stream: MediaStream | null;
  /** The shared screen with its sound, while it is shared. */
  readonly screenStream: MediaStream | null;
}

/** One of the person's own senders. */
export interface LocalDevice {
  /**
   * `off`: nothing captured or sent. `starting`: asked for. `on`: a live track. `failed`: see `error`.
   * `interrupted`: on, but the system withholds sound or picture, as during a phone call; it comes
   * back by itself.
   */
  readonly status: 'off' | 'starting' | 'on' | 'interrupted' | 'failed';
  readonly error: RendevErrorCode | null;
  /** Device in use or chosen; `null` for the browser's default. */
  readonly deviceId: string | null;
}

/** A device that was plugged in during the call, and that is not in use. */
export interface OfferedDevice {
  readonly kind: 'microphone' | 'camera' | 'speaker';
  readonly deviceId: string;
  readonly label: string;
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
  /** To be taken by `useOfferedDevice` or put away by `dismissOfferedDevice`. */
  readonly offered: OfferedDevice | null;
  /** Whether little data is used: small pictures in both directions. */
  readonly lowData: boolean;
  /** The microphone is off, and the person speaks. Found in this page; nothing of it is sent. */
  readonly talkingMuted: boolean;
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
  /** Highest sequence that a page of theirs has received, by participant id; never below `readMarks`. */
  readonly deliveredMarks: ReadonlyMap<string, number>;
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
