import type { ReactiveControllerHost } from 'lit';
import type { CallActs } from './call-acts.ts';
import type { CallSettings } from './call-settings.ts';
import { PushToTalk } from './push-to-talk.ts';
import { type Shortcut, isTalkKey, shortcutOf } from './shortcuts.ts';

export interface KeyedCall {
  readonly settings: CallSettings;
  readonly acts: CallActs;
  readonly hides: ReadonlySet<string>;
  /** Whether the microphone is off, and nothing keeps it from being turned on. */
  readonly isMuted: boolean;
  readonly speak: (on: boolean) => void;
}

/** The keys of a call, where the focus is within it. */
export class CallKeys {
  readonly #now: () => KeyedCall;
  readonly #talk: PushToTalk;

  constructor(host: ReactiveControllerHost, now: () => KeyedCall) {
    this.#now = now;
    this.#talk = new PushToTalk(host, (on) => {
      now().speak(on);
    });
  }

  readonly press = (event: KeyboardEvent): void => {
    const { settings, hides, acts, isMuted } = this.#now();
    if (settings.pushToTalk && isTalkKey(event) && !hides.has('microphone')) {
      if (!isMuted && !this.#talk.isHeld) return;
      // The panel would scroll.
      event.preventDefault();
      this.#talk.press();
      return;
    }
    const shortcut = settings.shortcuts ? shortcutOf(event) : null;
    if (shortcut === null || hides.has(shortcut)) return;
    event.preventDefault();
    act(shortcut, acts);
  };
}

function act(shortcut: Shortcut, acts: CallActs): void {
  switch (shortcut) {
    case 'microphone':
    case 'camera':
    case 'share':
    case 'hand':
    case 'fullScreen':
      acts[shortcut]();
      break;
    case 'chat':
    case 'people':
      acts.toggle(shortcut);
      break;
    case 'layout':
      acts.nextLayout();
      break;
    case 'list':
      acts.toggle('shortcuts');
      break;
  }
}
