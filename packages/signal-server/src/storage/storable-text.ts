/**
 * Text as every store gives it back unchanged: lone surrogates have no UTF-8, and PostgreSQL has no
 * U+0000. Both become U+FFFD; the length stays.
 */
export const storableText = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD');
