/** How the person wants the stage. The call holds it, as the bar and the menu change it too. */
export interface StageView {
  /** `auto`: one other person large, more in a grid. `speaker`: who speaks large, the others in a strip. */
  readonly layout: 'auto' | 'grid' | 'speaker';
  /** Key of the tile that stays large in any layout; `null` for none. */
  readonly pinned: string | null;
  /** Whether the own face is shown. */
  readonly selfView: boolean;
  /** Whether a hidden own face can be brought back from the stage: not where the host leaves it out. */
  readonly selfViewOffered: boolean;
}

export const DEFAULT_STAGE_VIEW: StageView = {
  layout: 'auto',
  pinned: null,
  selfView: true,
  selfViewOffered: true,
};

/**
 * What the stage tells whoever renders it; the rest it says by its events `sound-blocked` and
 * `leave` (from the window of picture-in-picture), which carry nothing.
 */
export interface StageEvents {
  /** Wanted changes, to be put over the view that is held. */
  readonly view: Partial<StageView>;
  /** Whether the call fills the screen now; `toggleFullScreen()` changes it. */
  readonly 'full-screen': boolean;
  /** Whether a picture is in a window of its own now; `togglePictureInPicture()` changes it. */
  readonly 'picture-in-picture': boolean;
}
