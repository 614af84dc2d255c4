import type { Language } from './texts.ts';

const OURS: Readonly<Record<Language, true>> = {
  ko: true,
  en: true,
  ja: true,
  'zh-Hans': true,
  vi: true,
  ar: true,
};
const isOurs = (language: string): language is Language => Object.hasOwn(OURS, language);

/** @returns the tag as it is written, or `null` for what is none */
export function languageTag(text: string): string | null {
  try {
    return new Intl.Locale(text.replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}

/**
 * The language that a BCP 47 tag is answered in: English where there is no translation. Chinese goes by
 * its script, so that `zh-TW` and `zh-HK` are not answered in simplified characters.
 */
export function languageOf(tag: string): Language {
  const { language, script = '' } = new Intl.Locale(tag).maximize();
  const name = language === 'zh' ? `zh-${script}` : language;
  return isOurs(name) ? name : 'en';
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * Tag for Intl: the full one where it is answered in its own language, so that en-GB keeps its habits.
 * In Arabic, digits and calendar are those of the codes and clocks, in every country.
 */
export function localeOf(tag: string): string {
  const language = languageOf(tag);
  const { language: own } = new Intl.Locale(tag);
  if (!language.startsWith(own)) return language;
  return language === 'ar' && !tag.includes('-u-') ? `${tag}-u-ca-gregory-nu-latn` : tag;
}
