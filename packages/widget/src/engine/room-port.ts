import type { MediaState, Reaction, RoomSnapshot } from '@rendev/interview-protocol';
import type { Clock } from './clock.ts';
import type { OutgoingTracks } from './peer/media-slots.ts';
import type { MeshSettings } from './peer/peer-mesh.ts';
import type { RendevError } from './rendev-error.ts';
import type { EndReason } from './session-snapshot.ts';
import type { Connect } from './signaling/signaling-channel.ts';

/** What takes a seat: a ticket, or the token of a seat that was taken before. */
export type Credentials =
  { readonly ticket: string; readonly name?: string } | { readonly resumeToken: string };

/** What a room tells. */
export interface RoomPort {
  /** `view` or `chat` is another one than before. */
  changed(): void;
  /** The seat is confirmed, at first and after each reconnect. */
  seated(snapshot: RoomSnapshot): void;
  /** The connection is lost; the room comes back by itself. */
  lost(): void;
  /** The room is closed and does not come back. */
  ended(reason: EndReason, word: string | null): void;
  failed(error: RendevError): void;
  muteAsked(by: string): void;
  reacted(from: string, reaction: Reaction): void;
}

/** What a room is made with. */
export interface RoomOptions {
  readonly connect: Connect;
  readonly clock: Clock;
  readonly credentials: Credentials;
  readonly media: MediaState;
  readonly tracks: OutgoingTracks;
  readonly lowData: boolean;
  /** Who seems to be inside, as the lobby knew; their offers ride in the join. */
  readonly expected?: { readonly count: number; readonly settings: MeshSettings };
}
