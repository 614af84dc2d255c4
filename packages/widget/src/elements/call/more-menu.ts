import { REACTIONS } from '@rendev/interview-protocol/reactions';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { ControlsTerms } from '../../locales/controls-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { PeopleTerms } from '../../locales/people-terms.ts';
import type { MenuGroup, MenuItem } from '../menu/menu-items.ts';
import type { StageView } from '../stage/stage-view.ts';
import { REACTION_GLYPHS } from '../tile/reaction-glyphs.ts';
import type { CallActs } from './call-acts.ts';
import type { CallPanel } from './call-panel.ts';
import { SHORTCUT_KEYS, type Shortcut } from './shortcuts.ts';

/** What the window can do with the stage, and does. */
export interface StageWindow {
  readonly canFullScreen: boolean;
  readonly canPictureInPicture: boolean;
  readonly fullScreen: boolean;
  readonly pictureInPicture: boolean;
}

export interface ControlsView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly acts: CallActs;
  readonly panel: CallPanel | null;
  readonly view: StageView;
  readonly window: StageWindow;
  /** Whether keys do the same, and their names are to be told. */
  readonly shortcuts: boolean;
  readonly waiting: number;
  readonly hides: ReadonlySet<string>;
  readonly lang: string;
  readonly t: Terms;
  readonly terms: ControlsTerms;
  readonly people: PeopleTerms;
  readonly lowData: string;
  readonly endForAll: () => void;
  readonly leave: () => void;
}

export const keyOf = ({ shortcuts }: ControlsView, shortcut: Shortcut): string | undefined =>
  shortcuts ? SHORTCUT_KEYS[shortcut] : undefined;

/** One reaction beside the other. */
export function reactionRow({ acts, terms }: ControlsView): MenuGroup {
  return {
    key: 'reactions',
    label: terms.react,
    row: true,
    items: REACTIONS.map((reaction) => ({
      key: reaction,
      label: terms.reactions[reaction],
      glyph: REACTION_GLYPHS[reaction],
      run: () => {
        acts.react(reaction);
      },
    })),
  };
}

/** All that is no button of the bar, and what the bar has no room for. */
export function moreGroups(view: ControlsView): MenuGroup[] {
  const groups = [overflow(view), layouts(view), viewing(view), settings(view), ending(view)];
  if (!view.hides.has('reactions')) groups.unshift({ ...reactionRow(view), where: 'narrow' });
  return groups.filter(({ items }) => items.length > 0);
}

function overflow(view: ControlsView): MenuGroup {
  const { snapshot, acts, terms, t, hides } = view;
  const items: MenuItem[] = [];
  if (!hides.has('share') && snapshot.media.canShareScreen) {
    items.push({
      key: 'share',
      label: snapshot.media.screen.status === 'on' ? t.shareOff : t.share,
      icon: 'screen',
      where: 'narrowest',
      shortcut: keyOf(view, 'share'),
      run: acts.share,
    });
  }
  if (!hides.has('hand')) {
    items.push({
      key: 'hand',
      label: terms.raiseHand,
      icon: 'hand',
      where: 'narrow',
      checked: snapshot.self?.hand ?? false,
      shortcut: keyOf(view, 'hand'),
      run: acts.hand,
    });
  }
  return { key: 'overflow', where: 'narrow', items };
}

function layouts({ acts, terms, view }: ControlsView): MenuGroup {
  const icons = { auto: 'person', grid: 'grid', speaker: 'spotlight' } as const;
  const names = ['auto', 'grid', 'speaker'] as const;
  return {
    key: 'layout',
    label: terms.layout,
    oneOf: true,
    items: names.map((name) => ({
      key: name,
      label: terms.layouts[name],
      icon: icons[name],
      checked: view.layout === name,
      run: () => {
        acts.layout(name);
      },
    })),
  };
}

function viewing(view: ControlsView): MenuGroup {
  const { acts, terms, hides, window } = view;
  const items: MenuItem[] = [];
  if (!hides.has('self-view')) {
    items.push({
      key: 'self-view',
      label: terms.selfView,
      icon: 'camera',
      checked: view.view.selfView,
      run: acts.selfView,
    });
  }
  if (window.canFullScreen) {
    items.push({
      key: 'full-screen',
      label: terms.fullScreen,
      icon: 'expand',
      checked: window.fullScreen,
      shortcut: keyOf(view, 'fullScreen'),
      run: acts.fullScreen,
    });
  }
  if (window.canPictureInPicture) {
    items.push({
      key: 'picture-in-picture',
      label: terms.pictureInPicture,
      icon: 'pictureInPicture',
      checked: window.pictureInPicture,
      run: acts.pictureInPicture,
    });
  }
  return { key: 'view', items };
}

function settings(view: ControlsView): MenuGroup {
  const { acts, terms, t, hides, snapshot, lowData } = view;
  const items: MenuItem[] = [];
  if (!hides.has('devices')) {
    items.push({
      key: 'devices',
      label: t.devices,
      icon: 'devices',
      run: () => {
        acts.toggle('devices');
      },
    });
  }
  items.push(
    {
      key: 'low-data',
      label: lowData,
      icon: 'gauge',
      checked: snapshot.media.lowData,
      run: acts.lowData,
    },
    {
      key: 'shortcuts',
      label: terms.shortcuts,
      icon: 'keyboard',
      shortcut: keyOf(view, 'list'),
      run: () => {
        acts.toggle('shortcuts');
      },
    },
  );
  return { key: 'settings', items };
}

function ending({ snapshot, people, endForAll }: ControlsView): MenuGroup {
  const isInterviewer = snapshot.self?.role === 'interviewer';
  const label = people.endForAll;
  const end = { key: 'end', label, icon: 'leave', danger: true, run: endForAll } as const;
  return { key: 'ending', items: isInterviewer ? [end] : [] };
}
