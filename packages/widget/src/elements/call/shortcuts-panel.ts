import { html } from 'lit';
import type { ControlsTerms } from '../../locales/controls-terms.ts';
import { switchTemplate } from '../../styles/switch-template.ts';
import type { CallSettings } from './call-settings.ts';
import { SHORTCUT_KEYS, type Shortcut } from './shortcuts.ts';

export interface ShortcutsPanelView {
  readonly terms: ControlsTerms;
  readonly settings: CallSettings;
  readonly change: (settings: Partial<CallSettings>) => void;
}

/** What each key does, and the switches that turn them off. */
export function shortcutsPanel({ terms, settings, change }: ShortcutsPanelView) {
  const names: Readonly<Record<Shortcut, string>> = {
    microphone: terms.microphoneKey,
    camera: terms.cameraKey,
    share: terms.shareKey,
    chat: terms.chatKey,
    people: terms.peopleKey,
    hand: terms.handKey,
    layout: terms.layoutKey,
    fullScreen: terms.fullScreenKey,
    list: terms.listKey,
  };
  const keys = Object.keys(SHORTCUT_KEYS) as Shortcut[];
  return html`<div class="shortcuts">
    ${setting(
      'use-shortcuts',
      terms.useShortcuts,
      terms.useShortcutsHelp,
      settings.shortcuts,
      () => {
        change({ shortcuts: !settings.shortcuts });
      },
    )}
    <dl class=${settings.shortcuts ? '' : 'unused'}>
      ${keys.map((key) => line(names[key], SHORTCUT_KEYS[key]))}
    </dl>
    ${setting('push-to-talk', terms.pushToTalk, terms.pushToTalkHelp, settings.pushToTalk, () => {
      change({ pushToTalk: !settings.pushToTalk });
    })}
    <dl class=${settings.pushToTalk ? '' : 'unused'}>${line(terms.talkKey, terms.spaceBar)}</dl>
  </div>`;
}

const line = (name: string, key: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd><kbd>${key}</kbd></dd>
  </div>`;

function setting(id: string, name: string, help: string, on: boolean, toggle: () => void) {
  return html`<div class="setting">
      <span class="label" id=${id}>${name}</span>
      ${switchTemplate(id, on, toggle)}
    </div>
    <p class="small muted" id="${id}-help">${help}</p>`;
}
