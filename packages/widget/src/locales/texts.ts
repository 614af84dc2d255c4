import type { CallTerms } from './call-terms.ts';
import type { DeviceTerms } from './device-terms.ts';
import type { ErrorTerms } from './errors.ts';
import type { Terms } from './ko.ts';
import type { MediaTerms } from './media-errors.ts';
import type { StatisticsTerms } from './statistics-terms.ts';

/** Every text of one language, by the part of the interface that needs it. */
export interface Texts {
  readonly terms: Terms;
  readonly call: CallTerms;
  readonly device: DeviceTerms;
  readonly errors: ErrorTerms;
  readonly media: MediaTerms;
  readonly statistics: StatisticsTerms;
}

/** Written first, and part of the interface they belong to; every other language loads as a whole. */
export type BuiltIn = 'ko' | 'en';
export type Language = BuiltIn;

const loaded = new Map<Language, Texts>();

/** A part's texts in each language; in English while the language asked for has not arrived. */
export function textsOf<Part extends keyof Texts>(
  part: Part,
  builtIn: Readonly<Record<BuiltIn, Texts[Part]>>,
): (language: Language) => Texts[Part] {
  return (language) => {
    const texts: Partial<Record<Language, Texts[Part]>> = builtIn;
    return texts[language] ?? loaded.get(language)?.[part] ?? builtIn.en;
  };
}
