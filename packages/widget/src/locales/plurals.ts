/** A text per plural category of CLDR; `#` stands for the number. `other` serves for the rest. */
export type PluralForms = Readonly<
  Partial<Record<Intl.LDMLPluralRule, string>> & Record<'other', string>
>;

/**
 * The rules of one language: `plural(3, { one: '# minute', other: '# minutes' })`. Arabic has all six
 * categories, Korean only `other`.
 *
 * @param locale BCP 47 tag; also decides how the number is written
 */
export function pluralsOf(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
