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
  readonly muted: boolean;
  readonly hand: boolean;
  /** Said over the dimmed picture; empty when all is well. */
  readonly condition: string;
  /**
   * Said without dimming: why one person does not see the other. The first sentence has room on
   * every tile, the others on large ones.
   */
  readonly note: readonly string[];
}
