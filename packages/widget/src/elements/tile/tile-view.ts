import type { Reaction } from '@rendev/interview-protocol';

/** What one tile of the stage shows. */
export interface TileView {
  /** Of the tile: a person may have two, the face and the screen. */
  readonly key: string;
  readonly participantId: string;
  readonly kind: 'self' | 'person' | 'screen';
  readonly name: string;
  readonly stream: MediaStream | null;
  /** Whether there is a picture to show; without one the tile shows the first letter. */
  readonly picture: boolean;
  /** Whether left and right change places, as one knows oneself. */
  readonly mirrored: boolean;
  readonly muted: boolean;
  readonly hand: boolean;
  /** Whether it stays large in any layout. */
  readonly pinned: boolean;
  /** Whether it lies over another tile and can be moved to any corner. */
  readonly floating: boolean;
  /** Said over the dimmed picture; empty when all is well. */
  readonly condition: string;
  /**
   * Said without dimming: why one person does not see the other. The first sentence has room on
   * every tile, the others on large ones.
   */
  readonly note: readonly string[];
}

/** A reaction on its way up. */
export interface TileReaction {
  /** Of this one; grows. */
  readonly id: number;
  readonly reaction: Reaction;
}
