import type { ChatMessage, Reaction } from '@rendev/interview-protocol';
import type { RendevErrorCode } from './rendev-error.ts';
import type { LinkStatistics } from './link-statistics.ts';
import type { ConnectionTest, SessionSnapshot } from './session-snapshot.ts';

/** A way in: a code that a person types, or a ticket that the host's back end minted. */
export type Entry = CodeEntry | { readonly ticket: string };

export interface CodeEntry {
  readonly code: string;
  readonly name?: string;
}

/** Something that went wrong by itself, not as the answer to a call. */
export interface SessionFailure {
  readonly code: RendevErrorCode;
  readonly retryable: boolean;
}

/** A listener stays until the signal aborts. */
export interface Listening {
  readonly signal?: AbortSignal;
}

/**
 * `signal-drop`: the connection to the server breaks. `path-drop`: every media path is given up, as
 * after a change of network. `full-reconnect`: both, and nothing is kept but the seat.
 * `server-restart`: the server says that it closes.
 */
export type Fault = 'signal-drop' | 'path-drop' | 'full-reconnect' | 'server-restart';

/**
 * One person's interview, without an interface. Intents go in, snapshots come out; a snapshot shows
 * only what the owner of the fact (track, peer, server) has confirmed.
 *
 * Every promise rejects with a `RendevError`.
 */
export interface Session {
  readonly snapshot: SessionSnapshot;
  /** Called after each change with the new and the previous snapshot, in order, never re-entrantly. */
  subscribe(
    listener: (snapshot: SessionSnapshot, previous: SessionSnapshot) => void,
    options?: Listening,
  ): void;
  onFailure(listener: (failure: SessionFailure) => void, options?: Listening): void;
  /** An interviewer asked this person to mute; the argument is the interviewer's name. */
  onMuteAsked(listener: (by: string) => void, options?: Listening): void;
  /** Somebody in the room reacted; `self` for the own reaction, once the server has taken it. */
  onReaction(
    listener: (participantId: 'self' | (string & {}), reaction: Reaction) => void,
    options?: Listening,
  ): void;

  /**
   * The typed code that led to the seat which this tab had before a reload, while that seat waits;
   * `enter` with it comes back into the call. A ticket is not kept: the host's page brings its own.
   */
  readonly keptEntry: CodeEntry | null;
  /**
   * Trades the code or ticket for a place in the lobby. Resolves in `lobby` or `countdown` (from
   * which the session enters by itself); with a seat kept from before a reload it resumes the call.
   * Rejects with the refusal's code, and with `server-unreachable`, `timeout`, `aborted`.
   */
  enter(entry: Entry): Promise<void>;
  /** Back to `idle`, for another code. Leaves first if inside. */
  reset(): Promise<void>;
  /** In the lobby, where the entry fixed none. */
  setName(name: string): void;
  /**
   * In the lobby: sends data through the server's relays and back, see `connectionTest` of the
   * snapshot. Takes 8 s at most; joining or leaving ends it, and so does another test: `aborted`.
   */
  testConnection(): Promise<ConnectionTest>;
  /** From the lobby into the room. Resolves in `in-call` or `waiting`. */
  join(): Promise<void>;
  /** Says goodbye, stops every track. Resolves when the server knows, or after 1 s. Harmless twice. */
  leave(): Promise<void>;
  /** Stops everything at once. The session cannot be used again. */
  dispose(): void;

  /**
   * Captures what the person wishes, where the session was made with `mediaInLobby: false` and has
   * not yet: before that the browser asks for nothing. In the countdown and the lobby; `join` does it
   * too. What fails shows in the snapshot and by `onFailure`. Resolves when all is on or has failed.
   */
  startMedia(): Promise<void>;
  /** Releases microphone and camera until `startMedia` or the lobby; the wishes are kept. */
  stopMedia(): void;
  /** Turning on captures if need be, and rejects with a media code; turning off stops what is sent. */
  setMicrophoneEnabled(on: boolean): Promise<void>;
  setCameraEnabled(on: boolean): Promise<void>;
  /** Rejects with `permission-denied` when the person closes the browser's picker. */
  setScreenShareEnabled(on: boolean): Promise<void>;
  /** Takes effect at once by replaceTrack if the microphone is on; never turns it on. */
  selectMicrophone(deviceId: string): Promise<void>;
  selectCamera(deviceId: string): Promise<void>;
  selectSpeaker(deviceId: string): void;
  /** Takes `media.offered` as the device in use; harmless when there is none. */
  useOfferedDevice(): Promise<void>;
  dismissOfferedDevice(): void;
  /** Sends and asks for small pictures, for people who pay for their data. Remembered. Default off. */
  setLowData(on: boolean): void;
  /** What was measured on each link in the last second. For a panel; ask once a second at most. */
  statistics(): readonly LinkStatistics[];
  /**
   * Breaks something on purpose, for tests and demonstrations. That it mends itself shows in the
   * snapshots.
   */
  simulate(fault: Fault): void;
  /** Level of a participant's voice (`self` for the own microphone), 0 to 1, for meters. */
  audioLevel(participantId: 'self' | (string & {})): number;

  /** Resolves when the server has stored it. A failed message stays in the chat until retried or discarded. */
  sendMessage(text: string): Promise<ChatMessage>;
  retryMessage(id: string): Promise<ChatMessage>;
  discardMessage(id: string): void;
  setTyping(typing: boolean): void;
  markRead(seq: number): void;
  setHandRaised(raised: boolean): Promise<void>;
  /** Shown to everybody for a moment, and not kept. Resolves when the server has taken it. */
  react(reaction: Reaction): Promise<void>;

  /** Interviewers only; others are refused with `forbidden`. */
  admit(participantId: string): Promise<void>;
  /**
   * @param word told to the person, who reads it at the end; up to 200 characters, else
   *   `message-too-long`
   */
  reject(participantId: string, word?: string): Promise<void>;
  remove(participantId: string, word?: string): Promise<void>;
  sendToLobby(participantId: string): Promise<void>;
  askToMute(participantId: string): Promise<void>;
  /** @param minutes 5 to 180 */
  extend(minutes: number): Promise<void>;
  endForAll(): Promise<void>;
}

export interface SessionOptions {
  /** Base URL of the signal server, such as `https://interview.example`. */
  readonly server: string;
  /** Whether the microphone and camera start on. Default both on. */
  readonly microphone?: boolean;
  readonly camera?: boolean;
  /**
   * Whether microphone and camera start when the lobby opens. Default yes. `false` waits for
   * `startMedia` or `join`, so that the interface may explain first what the browser will ask.
   */
  readonly mediaInLobby?: boolean;
}
