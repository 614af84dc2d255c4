export type Shortcut =
  'microphone' | 'camera' | 'share' | 'chat' | 'people' | 'hand' | 'layout' | 'fullScreen' | 'list';

/** As `aria-keyshortcuts` has them. */
export const SHORTCUT_KEYS: Readonly<Record<Shortcut, string>> = {
  microphone: 'M',
  camera: 'V',
  share: 'S',
  chat: 'C',
  people: 'P',
  hand: 'H',
  layout: 'L',
  fullScreen: 'F',
  list: '?',
};

/**
 * By the place of the key: in Hangul mode the letter is another, or is `Process` with a `keyCode` of
 * 229. That is no composition here, as fields are left out.
 */
const CODES: Readonly<Record<string, Shortcut>> = {
  KeyM: 'microphone',
  KeyV: 'camera',
  KeyS: 'share',
  KeyC: 'chat',
  KeyP: 'people',
  KeyH: 'hand',
  KeyL: 'layout',
  KeyF: 'fullScreen',
  Slash: 'list',
};

const FIELDS = 'input, textarea, select, [contenteditable]';
/** What the space bar works. */
const WORKED = `${FIELDS}, button, a, summary, video, audio, [role=menuitem], [role=slider]`;

/** `null` for a key that means nothing here, or that is part of a text or of another shortcut. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (!isPlain(event) || event.repeat || targetIs(event, FIELDS)) return null;
  const shortcut = CODES[event.code] ?? null;
  // The question mark has another place on other keyboards.
  if (event.key === '?') return 'list';
  return event.shiftKey && shortcut !== 'list' ? null : shortcut;
}

/** Whether it is the space bar, pressed where it does nothing else. */
export function isTalkKey(event: KeyboardEvent): boolean {
  return event.code === 'Space' && isPlain(event) && !event.shiftKey && !targetIs(event, WORKED);
}

function isPlain(event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  return !event.isComposing && !modified && !event.defaultPrevented;
}

/** Where the key was pressed, also within shadow roots. */
function targetIs(event: Event, selector: string): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(selector) !== null;
}
