/** Part of the interface they belong to. */
export type Language = 'ko' | 'en';

/** A part's texts by language. */
export function textsOf<Texts>(
  builtIn: Readonly<Record<Language, Texts>>,
): (language: Language) => Texts {
  return (language) => builtIn[language];
}
