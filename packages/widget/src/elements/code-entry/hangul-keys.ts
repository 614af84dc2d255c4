/**
 * The Latin key of each letter of the Korean two-set keyboard, in the order of Unicode's conjoining
 * letters (Unicode Standard, section 3.12): what a person typed who forgot to leave Hangul mode.
 */
const INITIALS = 'r R s e E f a q Q t T d w W c z x v g'.split(' ');
const VOWELS = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const FINALS = 'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ');

const sets: readonly (readonly [first: number, keys: readonly string[]])[] = [
  [0x1100, INITIALS],
  [0x1161, VOWELS],
  [0x11a8, FINALS],
];

/** @param letter one conjoining Hangul letter, as NFKD leaves it */
export function hangulKey(letter: string): string | undefined {
  const point = letter.codePointAt(0) ?? 0;
  for (const [first, keys] of sets) {
    const key = keys[point - first];
    if (key !== undefined) return key;
  }
  return undefined;
}
