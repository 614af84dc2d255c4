import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en } from './en.ts';
import { type Terms, ko } from './ko.ts';
import { directionOf, languageOf, languageTag, localeOf } from './language.ts';
import { loadLanguage } from './load-language.ts';
import { type Language, isBuiltIn, isLoaded, textsOf } from './texts.ts';

const termsOf = textsOf('terms', { ko, en });

/** How long an element shows nothing rather than English, ms. */
const PATIENCE_MS = 1_000;

const connected = new Set<ReactiveControllerHost>();
let pageWatch: MutationObserver | null = null;

/** The page changes its language by one attribute, for all who take theirs from it. */
function watchPage(): void {
  if (pageWatch !== null) return;
  pageWatch = new MutationObserver(() => {
    for (const host of connected) host.requestUpdate();
  });
  pageWatch.observe(document, { attributeFilter: ['lang'], subtree: true });
}

/**
 * The language of one element: its `lang`, else that of the nearest ancestor, else the browser's;
 * English where there is no translation. One that is not built in is loaded when the first element
 * asks for it; until it arrives, the language in use stays, and an element that has none yet waits. If
 * it cannot be loaded, the next element or change that asks for it tries again.
 */
export class Localize implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #wanted: string | null = null;
  #inUse: string | null = null;
  #language: Language = 'en';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    connected.add(this.#host);
    watchPage();
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    connected.delete(this.#host);
    this.#wanted = null;
  }

  /** Whether the texts are still on their way, with no other language to show meanwhile. */
  get isWaiting(): boolean {
    return this.#inUse === null;
  }

  get language(): Language {
    return this.#language;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.#language);
  }

  get terms(): Terms {
    return termsOf(this.#language);
  }

  /** Tag for Intl, and for the `lang` of elements within: see {@link localeOf}. */
  get locale(): string {
    return localeOf(this.#inUse ?? 'en');
  }

  #follow(): void {
    const tag = languageTag(langOf(this.#host)) ?? languageTag(navigator.language) ?? 'en';
    if (tag === this.#wanted) return;
    this.#wanted = tag;
    void this.#change(tag);
  }

  async #change(tag: string): Promise<void> {
    const language = languageOf(tag);
    if (isBuiltIn(language) || isLoaded(language)) {
      this.#use(tag, language);
      return;
    }
    const arrives = loadLanguage(language);
    await Promise.race([arrives, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    if (this.isWaiting && !isLoaded(language)) this.#useLate(tag, 'en', 'en');
    if (await arrives) this.#useLate(tag, tag, language);
  }

  #use(tag: string, language: Language): void {
    this.#inUse = tag;
    this.#language = language;
  }

  /** Unless something else has been asked for since. */
  #useLate(asked: string, tag: string, language: Language): void {
    if (this.#wanted !== asked) return;
    this.#use(tag, language);
    this.#host.requestUpdate();
  }
}

/** Its own, else that of the nearest ancestor; empty where none says. */
function langOf(element: HTMLElement): string {
  // The property, which is not reflected, before the attribute.
  if (element.lang) return element.lang;
  const nearest = element.closest<HTMLElement>('[lang]');
  if (nearest !== null) return nearest.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof HTMLElement ? langOf(root.host) : '';
}
