/**
 * Names in a row: `이지우, 박서준`, `Jiwoo, Seojun`. ICU has only the stiff `이지우 및 박서준` for
 * Korean, so that form is put together here.
 *
 * @param locale BCP 47 tag
 */
export function listOf(items: readonly string[], locale: string): string {
  return locale.startsWith('ko')
    ? items.join(', ')
    : new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(items);
}
