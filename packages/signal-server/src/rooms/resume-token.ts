import { newSecret } from '../ids.ts';
import { keyedHash, type KeyRing } from '../keys.ts';

/**
 * The token after the one that was shown: the same one each time, so that none who has shown it, be it
 * a second tab or a page whose answer was lost, holds one that another's answer has made void. Without
 * the key it cannot be told. Random where none was shown.
 */
export const resumeTokenAfter = (shown: string | null, keys: KeyRing): string =>
  shown === null ? newSecret() : keyedHash(keys.current.resume, shown).toString('base64url');
