import type * as data from '../emoji/emoji-data.ts';
import type * as picker from '../emoji/emoji.ts';

type Source = () => Promise<readonly [typeof picker, typeof data]>;

/** The picker's modules. `null` in the script of one file, of which they would be the larger half. */
export const emojiSource: Source | null = () =>
  Promise.all([import('../emoji/emoji.ts'), import('../emoji/emoji-data.ts')]);
