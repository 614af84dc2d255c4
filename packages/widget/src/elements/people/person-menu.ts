import { html } from 'lit';
import type { RemoteParticipant } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import type { PeopleTerms } from '../../locales/people-terms.ts';
import type { MenuGroup, MenuItem } from '../menu/menu-items.ts';
import type { PersonAct } from './person-act.ts';

/** What an interviewer can do with somebody who is inside. */
export function personMenu(
  { name, media }: RemoteParticipant,
  terms: PeopleTerms,
  lang: string,
  act: (act: PersonAct['act']) => void,
) {
  const item = (key: PersonAct['act'], rest: Omit<MenuItem, 'key' | 'run'>): MenuItem => ({
    key,
    ...rest,
    run: () => {
      act(key);
    },
  });
  const lobby = item('lobby', { label: terms.sendToLobby, icon: 'clock' });
  const remove = item('remove', { label: terms.remove, icon: 'leave', danger: true });
  const mute = item('mute', { label: terms.askToMute, icon: 'microphoneOff' });
  const groups: MenuGroup[] = [
    { key: 'acts', items: media.microphone ? [mute, lobby, remove] : [lobby, remove] },
  ];
  const label = terms.actionsFor(name);
  return html`<rendev-menu
    exportparts="menu, menu-item"
    lang=${lang}
    .label=${label}
    .groups=${groups}
    ><button class="icon-button" part="button" type="button" aria-label=${label} title=${label}>
      ${icon('more')}
    </button></rendev-menu
  >`;
}
