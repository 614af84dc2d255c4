import { type Corner, nearestCorner } from './corner.ts';

/** A press that moves less than this is a click, px. */
const SLACK = 5;

/** What is dragged, and where. */
export interface Dragged {
  readonly tile: HTMLElement;
  readonly frame: () => DOMRect;
  /** Puts it into the corner; resolves when it stands there. */
  readonly place: (corner: Corner) => Promise<unknown>;
}

/** Lets a pointer carry a tile, and puts it into the nearest corner. Escape puts it back. */
export function drag(down: PointerEvent, { tile, frame, place }: Dragged): void {
  if (down.button !== 0 || isOtherButton(down)) return;
  const lifetime = new AbortController();
  const { signal } = lifetime;
  let isCarried = false;

  const stop = (event: Event) => {
    if (event instanceof PointerEvent && event.pointerId !== down.pointerId) return;
    lifetime.abort();
    tile.removeAttribute('dragging');
    tile.style.translate = '';
  };
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    // Let go where no event told of it, outside the window.
    if (event.buttons === 0) {
      stop(event);
      return;
    }
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (!isCarried && Math.hypot(x, y) < SLACK) return;
    if (!isCarried) {
      isCarried = true;
      // Not sooner: the click of a press would go to the tile and not to its button.
      tile.setPointerCapture(down.pointerId);
      tile.setAttribute('dragging', '');
    }
    tile.style.translate = `${x}px ${y}px`;
  };
  const drop = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const corner = nearestCorner(tile.getBoundingClientRect(), frame(), isRtl(tile));
    if (isCarried) void settle(tile, () => place(corner));
    lifetime.abort();
  };

  // Of the window: a quick hand is off the tile before it is captured.
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', drop, { signal });
  window.addEventListener('pointercancel', stop, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isCarried) return;
      event.stopPropagation();
      stop(event);
    },
    { signal, capture: true },
  );
}

/** Glides from where the tile is to where it has been placed, by its own transition. */
export async function settle(tile: HTMLElement, place: () => Promise<unknown>): Promise<void> {
  const from = tile.getBoundingClientRect();
  tile.setAttribute('dragging', '');
  await place();
  tile.style.translate = '';
  const to = tile.getBoundingClientRect();
  tile.style.translate = `${from.x - to.x}px ${from.y - to.y}px`;
  // The transition begins at what is measured here.
  tile.getBoundingClientRect();
  tile.removeAttribute('dragging');
  tile.style.translate = '';
}

export const isRtl = (element: Element): boolean => getComputedStyle(element).direction === 'rtl';

/** The handle is for dragging; the other buttons are for pressing. */
function isOtherButton(event: PointerEvent): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof HTMLButtonElement && node.dataset['action'] !== 'move');
}
