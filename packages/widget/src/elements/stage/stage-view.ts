/** How the person wants the stage. The call holds it, as the bar changes it too. */
export interface StageView {
  /** `auto`: one other person large, more in a grid. `speaker`: who speaks large, the others in a strip. */
  readonly layout: 'auto' | 'grid' | 'speaker';
  /** Key of the tile that stays large; `null` for none. */
  readonly pinned: string | null;
  /** Whether the own face is shown. */
  readonly selfView: boolean;
}

export const DEFAULT_STAGE_VIEW: StageView = { layout: 'auto', pinned: null, selfView: true };
