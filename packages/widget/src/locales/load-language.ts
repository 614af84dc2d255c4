import type { Texts } from './all-texts.ts';
import { type LateLanguage, addTexts } from './texts.ts';

/** Where the texts of each language come from. */
export type LanguageSources = Readonly<Record<LateLanguage, () => Promise<Texts>>>;

/** Resolves to whether the texts are there. Never rejects. Asking again after a failure tries again. */
export type LanguageLoader = (language: LateLanguage) => Promise<boolean>;

export function languageLoader(sources: LanguageSources): LanguageLoader {
  const asked = new Map<LateLanguage, Promise<boolean>>();
  const load = async (language: LateLanguage) => {
    try {
      addTexts(language, await sources[language]());
      return true;
    } catch {
      asked.delete(language);
      return false;
    }
  };
  return (language) => {
    const known = asked.get(language);
    if (known !== undefined) return known;
    const arrives = load(language);
    asked.set(language, arrives);
    return arrives;
  };
}

export const loadLanguage = languageLoader({
  ja: async () => (await import('./ja/ja.ts')).ja,
  'zh-Hans': async () => (await import('./zh-hans/zh-hans.ts')).zhHans,
  vi: async () => (await import('./vi/vi.ts')).vi,
  ar: async () => (await import('./ar/ar.ts')).ar,
});
