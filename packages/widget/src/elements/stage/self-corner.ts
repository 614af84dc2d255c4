import type { ReactiveControllerHost } from 'lit';
import type { CornerName } from '../../locales/stage-terms.ts';
import { type Corner, cornerTowards, nameOf, nextCorner } from './corner.ts';
import { drag, isRtl, settle } from './corner-drag.ts';

/** The corner in which the own face floats, and how it comes into another. */
export class SelfCorner {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #moved: (to: CornerName) => void;
  #corner: Corner = 'end-end';

  /** @param moved told when the corner has changed, by whatever */
  constructor(host: ReactiveControllerHost & HTMLElement, moved: (to: CornerName) => void) {
    this.#host = host;
    this.#moved = moved;
  }

  get value(): Corner {
    return this.#corner;
  }

  /** Listens for `pointerdown` on the tile. */
  readonly press = (event: PointerEvent): void => {
    const { currentTarget: tile } = event;
    if (!(tile instanceof HTMLElement)) return;
    drag(event, {
      tile,
      frame: () => (tile.parentElement ?? this.#host).getBoundingClientRect(),
      place: (corner) => this.#place(corner),
    });
  };

  /** @param key an arrow's name, or empty for the next corner round */
  move(tile: HTMLElement, key: string): void {
    const corner =
      key === '' ? nextCorner(this.#corner) : cornerTowards(this.#corner, key, isRtl(this.#host));
    void settle(tile, () => this.#place(corner));
  }

  #place(corner: Corner): Promise<unknown> {
    if (corner !== this.#corner) {
      this.#corner = corner;
      this.#host.requestUpdate();
      this.#moved(nameOf(corner, isRtl(this.#host)));
    }
    return this.#host.updateComplete;
  }
}
