import type { CornerName } from '../../locales/stage-terms.ts';

/** A corner of the stage: block side, then inline side. */
export type Corner = 'start-start' | 'start-end' | 'end-start' | 'end-end';

interface Sides {
  readonly top: boolean;
  readonly left: boolean;
}

const ROUND: readonly Corner[] = ['start-start', 'start-end', 'end-end', 'end-start'];

export function nextCorner(corner: Corner): Corner {
  return ROUND[(ROUND.indexOf(corner) + 1) % ROUND.length] ?? corner;
}

/** @param key of the event, such as `ArrowLeft`, which means left to the eye in every language */
export function cornerTowards(corner: Corner, key: string, rtl: boolean): Corner {
  const { top, left } = sidesOf(corner, rtl);
  switch (key) {
    case 'ArrowUp':
      return cornerAt({ top: true, left }, rtl);
    case 'ArrowDown':
      return cornerAt({ top: false, left }, rtl);
    case 'ArrowLeft':
      return cornerAt({ top, left: true }, rtl);
    case 'ArrowRight':
      return cornerAt({ top, left: false }, rtl);
    default:
      return corner;
  }
}

/** The corner of the frame that is nearest to the middle of the box. */
export function nearestCorner(box: DOMRect, frame: DOMRect, rtl: boolean): Corner {
  const top = box.y + box.height / 2 < frame.y + frame.height / 2;
  const left = box.x + box.width / 2 < frame.x + frame.width / 2;
  return cornerAt({ top, left }, rtl);
}

export function nameOf(corner: Corner, rtl: boolean): CornerName {
  const { top, left } = sidesOf(corner, rtl);
  if (top) return left ? 'topLeft' : 'topRight';
  return left ? 'bottomLeft' : 'bottomRight';
}

function sidesOf(corner: Corner, rtl: boolean): Sides {
  const [block, inline] = corner.split('-');
  return { top: block === 'start', left: (inline === 'start') !== rtl };
}

function cornerAt({ top, left }: Sides, rtl: boolean): Corner {
  return `${top ? 'start' : 'end'}-${left === rtl ? 'end' : 'start'}`;
}
