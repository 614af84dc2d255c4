import type { LocalMedia } from '../../engine/session-snapshot.ts';
import type { Terms } from '../../locales/ko.ts';
import type { TileView } from '../tile/tile-view.ts';

/** What the window of picture-in-picture shows and does. */
export interface PictureView {
  /** The large one; `null` while nobody else is there. */
  readonly tile: TileView | null;
  readonly media: LocalMedia;
  readonly t: Terms;
  /** BCP 47 tag */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly setMicrophone: (on: boolean) => void;
  readonly setCamera: (on: boolean) => void;
  readonly leave: () => void;
}
