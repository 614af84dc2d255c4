import type { IconName } from '../../icons/icons.ts';

export interface MenuItem {
  /** The same for as long as it is the same item. */
  readonly key: string;
  readonly label: string;
  readonly icon?: IconName;
  /** A character in the icon's place. */
  readonly glyph?: string;
  /** For one that is on or off; left out for one that only acts. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  /** The key that does the same, as `aria-keyshortcuts` has it. */
  readonly shortcut?: string | undefined;
  /** Shown where the bar has no room for the same as a button. */
  readonly where?: 'narrow' | 'narrowest';
  readonly run: () => void;
}

export interface MenuGroup {
  readonly key: string;
  /** Spoken before its first item; shown above the group too, unless it is a row. */
  readonly label?: string;
  /** Of which one is always checked. */
  readonly oneOf?: boolean;
  /** Side by side, by glyphs alone. */
  readonly row?: boolean;
  readonly where?: 'narrow';
  readonly items: readonly MenuItem[];
}
