/** px of the viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 8;
/** A frame that is narrower gets the menu as a sheet at its bottom edge. */
const SHEET_BELOW = 480;

export interface Place {
  readonly sheet: boolean;
  readonly left: number;
  readonly top: number;
}

export function isSheet({ left, right }: Box): boolean {
  return right - left < SHEET_BELOW;
}

/**
 * Where a menu goes: under its opener or, where there is more room, over it, and always within the
 * frame; on a phone at the bottom.
 *
 * @param size of the menu, px
 */
export function placeOf(
  opener: Box,
  size: { readonly width: number; readonly height: number },
  frame: Box,
): Place {
  if (isSheet(frame)) return { sheet: true, left: frame.left, top: frame.bottom - size.height };
  const over = opener.top - frame.top;
  const under = frame.bottom - opener.bottom;
  const top =
    under >= size.height + GAP || under > over
      ? opener.bottom + GAP
      : opener.top - size.height - GAP;
  const centre = (opener.left + opener.right - size.width) / 2;
  return {
    sheet: false,
    left: within(centre, frame.left + GAP, frame.right - size.width - GAP),
    top: within(top, frame.top + GAP, frame.bottom - size.height - GAP),
  };
}

/** What of the frame is on the screen. */
export function shown(
  frame: Box,
  screen: { readonly width: number; readonly height: number },
): Box {
  return {
    left: Math.max(frame.left, 0),
    top: Math.max(frame.top, 0),
    right: Math.min(frame.right, screen.width),
    bottom: Math.min(frame.bottom, screen.height),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
