import type { ReactiveControllerHost } from 'lit';
import { register } from '../../define/register.ts';
import type { Language } from '../../locales/texts.ts';
import type { EmojiGroup } from '../emoji/emoji-data.ts';
import { emojiSource } from './emoji-source.ts';

/** The emoji picker and its names, which load when it is opened. */
export class EmojiPart {
  readonly #host: ReactiveControllerHost;
  #language: Language | null = null;
  state: 'absent' | 'loading' | 'loaded' | 'failed' = 'absent';
  groups: readonly EmojiGroup[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether this build has a picker. */
  get isOffered(): boolean {
    return emojiSource !== null;
  }

  /** Harmless when it is there or on its way; after a failure it tries again. */
  load(language: Language): void {
    if (language === this.#language && this.state !== 'failed') return;
    this.#language = language;
    void this.#load(language);
  }

  async #load(language: Language): Promise<void> {
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      if (emojiSource === null) throw new Error('there is no picker');
      const [{ RendevEmoji }, { emojiGroups }] = await emojiSource();
      const groups = await emojiGroups(language);
      if (language !== this.#language) return;
      register('rendev-emoji', RendevEmoji);
      this.groups = groups;
      this.state = 'loaded';
    } catch {
      this.state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
