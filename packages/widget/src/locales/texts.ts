/** Written first, and part of the interface they belong to. */
export type BuiltIn = 'ko' | 'en';
/** Each loads as a whole, when an element asks for it. */
export type LateLanguage = 'ja' | 'zh-Hans' | 'vi' | 'ar';
export type Language = BuiltIn | LateLanguage;

// Their type is not known here, or the parts would be imported by what they import.
const loaded = new Map<Language, object>();

/** @param texts of all parts: `Texts` in all-texts.ts */
export function addTexts(language: LateLanguage, texts: object): void {
  loaded.set(language, texts);
}

export function isBuiltIn(language: Language): language is BuiltIn {
  return language === 'ko' || language === 'en';
}

export function isLoaded(language: Language): boolean {
  return isBuiltIn(language) || loaded.has(language);
}

/**
 * A part's texts in each language; in English while the language asked for has not arrived.
 *
 * @param part its key in `Texts`, which has the same type there
 */
export function textsOf<Terms>(
  part: string,
  builtIn: Readonly<Record<BuiltIn, Terms>>,
): (language: Language) => Terms {
  return (language) => {
    if (isBuiltIn(language)) return builtIn[language];
    const texts = loaded.get(language) as Partial<Record<string, Terms>> | undefined;
    return texts?.[part] ?? builtIn.en;
  };
}
