import { LitElement, type PropertyDeclarations } from 'lit';
import { register } from '../../define/register.ts';
import { Localize } from '../../locales/localize.ts';
import type { Terms } from '../../locales/ko.ts';
import { VERSION } from '../../version.ts';

/** Elements by tag name. */
export type ElementTable = Readonly<Record<string, typeof RendevElement>>;

export class RendevElement extends LitElement {
  static readonly version: string = VERSION;
  /** What the templates of this element use; registered when the first one is made. */
  static readonly uses: ElementTable = {};
  static override properties: PropertyDeclarations = { lang: {} };

  /** BCP 47 tag. Default: that of the nearest ancestor, else the browser's. */
  declare lang: string;

  protected readonly localize = new Localize(this);

  constructor() {
    super();
    registerAll((this.constructor as typeof RendevElement).uses);
  }

  protected get t(): Terms {
    return this.localize.terms;
  }

  /** Where a screen reader begins on a new screen. */
  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  get headingText(): string {
    return this.renderRoot.querySelector('h2')?.textContent.trim() ?? '';
  }

  /** An intent for the element that renders this one; it goes no further. */
  protected emit(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Has the root element say something to a screen reader. */
  protected announce(text: string): void {
    this.dispatchEvent(
      new CustomEvent('rendev-announce', { detail: text, bubbles: true, composed: true }),
    );
  }
}

export function registerAll(elements: ElementTable): void {
  for (const [tag, element] of Object.entries(elements)) register(tag, element);
}
