import { LIMITS } from '@rendev/interview-protocol/limits';
import { hangulKey } from './hangul-keys.ts';

/** Symbols that are drawn as cells, in two groups; a longer code gets a plain field. */
export const CELLS = LIMITS.codeLengthDefault;
export const GROUP = CELLS / 2;

export interface CodeText {
  /** Upper-case letters and digits only. */
  readonly symbols: string;
  /** Whether Hangul was read as the Latin keys under it. */
  readonly fromHangul: boolean;
}

/** In a link, or written with its hyphen among other words. */
const AMONG_OTHERS = [/[#?&]code=([^&#\s]+)/i, /(?<![\da-z-])([\da-z]{4}-[\da-z]{4})(?![\da-z-])/i];

/**
 * Reads what people really paste: the link or the line of the mail that the code stands in, spaces,
 * hyphens, any case, full-width or Hangul-mode letters.
 */
export function readCode(text: string): CodeText {
  let symbols = '';
  let fromHangul = false;
  // NFKD turns full-width letters into ASCII and Hangul syllables into their letters.
  for (const letter of codeIn(text).normalize('NFKD')) {
    const key = hangulKey(letter);
    if (key !== undefined) fromHangul = true;
    symbols += key ?? letter;
  }
  symbols = symbols
    .replace(/[^0-9a-z]/gi, '')
    .toUpperCase()
    .slice(0, LIMITS.codeLengthMax);
  return { symbols, fromHangul };
}

function codeIn(text: string): string {
  for (const pattern of AMONG_OTHERS) {
    const code = pattern.exec(text)?.[1];
    if (code !== undefined) return code;
  }
  return text;
}

/** As it is shown: `XXXX-XXXX` while it fits the cells. */
export function showCode(symbols: string): string {
  return symbols.length > GROUP && symbols.length <= CELLS
    ? `${symbols.slice(0, GROUP)}-${symbols.slice(GROUP)}`
    : symbols;
}

/** Where the caret stands after `count` symbols of the shown text. */
export function caretAfter(count: number, symbols: string): number {
  const shown = showCode(symbols);
  return count + (shown.length > symbols.length && count > GROUP ? 1 : 0);
}
