import { LocalizeController } from '@shoelace-style/localize';
import { en } from './en.ts';
import { type Terms, ko } from './ko.ts';
import { type Language, textsOf } from './texts.ts';

const termsOf = textsOf({ ko, en });

/**
 * The language of one element: its `lang`, else the document's, else the browser's; English where
 * there is no translation. The texts are our own table and not registered with the library, whose
 * table is shared by every component on the page.
 */
export class Localize extends LocalizeController {
  get language(): Language {
    return this.lang().split('-', 1)[0] === 'ko' ? 'ko' : 'en';
  }

  get terms(): Terms {
    return termsOf(this.language);
  }

  /** Tag for Intl: the full one where its language is ours, so that en-GB keeps its habits. */
  get locale(): string {
    const tag = this.lang();
    return tag.startsWith(this.language) ? tag : this.language;
  }
}
