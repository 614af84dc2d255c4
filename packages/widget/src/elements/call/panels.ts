import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import type { ControlsTerms } from '../../locales/controls-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { PersonAct } from '../people/person-act.ts';
import type { CallPanel } from './call-panel.ts';
import type { CallSettings } from './call-settings.ts';
import type { HostActs } from './host-acts.ts';
import { shortcutsPanel } from './shortcuts-panel.ts';
import type { StatisticsPart } from './statistics-part.ts';

export interface PanelsView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly panel: CallPanel | null;
  readonly lang: string;
  readonly t: Terms;
  readonly terms: CallTerms;
  readonly controls: ControlsTerms;
  readonly settings: CallSettings;
  readonly hostActs: HostActs;
  readonly statistics: StatisticsPart;
  readonly change: (settings: Partial<CallSettings>) => void;
  readonly close: () => void;
}

/** The panel beside the stage or, on a phone, over it. The chat stays in it while it is closed. */
export function panelsTemplate(view: PanelsView) {
  const { session, snapshot, panel, lang, t } = view;
  const title = panel === null ? nothing : titleOf(panel, view);
  return html`<aside class="panel" part="panel" ?hidden=${panel === null} aria-label=${title}>
    <div class="panel-head">
      <h3 tabindex="-1">${title}</h3>
      ${
        panel === 'chat'
          ? html`<rendev-chat-settings
              exportparts="button"
              lang=${lang}
              .session=${session}
            ></rendev-chat-settings>`
          : nothing
      }
      <button
        class="icon-button"
        type="button"
        aria-label=${t.close}
        title=${t.close}
        @click=${view.close}
      >
        ${icon('close')}
      </button>
    </div>
    <rendev-chat
      exportparts="chat-log, chat-form, chat-input, send-button, emoji-button, emoji, message, button"
      lang=${lang}
      .session=${session}
      .chat=${snapshot.chat}
      .selfId=${snapshot.self?.id ?? ''}
      .names=${namesOf(snapshot.participants)}
      .hidden=${panel !== 'chat'}
    ></rendev-chat>
    ${panel === 'people' ? people(view) : nothing}
    ${
      panel === 'devices'
        ? html`<rendev-devices
            exportparts="device, device-status, select, switch, button"
            lang=${lang}
            .session=${session}
            .media=${snapshot.media}
          ></rendev-devices>`
        : nothing
    }
    ${panel === 'shortcuts' ? shortcutsPanel({ ...view, terms: view.controls }) : nothing}
    ${panel === 'statistics' ? statistics(view) : nothing}
  </aside>`;
}

function titleOf(panel: CallPanel, { t, terms, controls }: PanelsView): string {
  switch (panel) {
    case 'statistics':
      return terms.lines;
    case 'shortcuts':
      return controls.shortcuts;
    case 'chat':
    case 'people':
    case 'devices':
      return t[panel];
  }
}

const known = new WeakMap<readonly RemoteParticipant[], ReadonlyMap<string, string>>();

/** The same map for the same people: the chat need not look at its messages again. */
function namesOf(people: readonly RemoteParticipant[]): ReadonlyMap<string, string> {
  const names = known.get(people) ?? new Map(people.map(({ id, name }) => [id, name]));
  known.set(people, names);
  return names;
}

function people({ snapshot, lang, settings, hostActs, change }: PanelsView) {
  return html`<rendev-people
    exportparts="person, button, switch, menu, menu-item"
    lang=${lang}
    .self=${snapshot.self}
    .participants=${snapshot.participants}
    .interview=${snapshot.interview}
    .knockSound=${settings.knockSound}
    @person=${({ detail }: CustomEvent<PersonAct>) => {
      hostActs.person(detail);
    }}
    @extend=${({ detail }: CustomEvent<number>) => {
      hostActs.extend(detail);
    }}
    @end=${hostActs.endForAll}
    @knock-sound=${({ detail }: CustomEvent<boolean>) => {
      change({ knockSound: detail });
    }}
  ></rendev-people>`;
}

function statistics({ session, snapshot, lang, t, terms, statistics: part }: PanelsView) {
  switch (part.state) {
    case 'absent':
    case 'loading':
      return html`<p class="panel-text" role="status">
        <span class="spinner"></span><span class="spoken">${t.checking}</span>
      </p>`;
    case 'failed':
      return html`<div class="panel-text" role="alert">
        <p>${terms.linesFailed}</p>
        <button
          class="button compact"
          part="button"
          type="button"
          @click=${() => {
            part.load();
          }}
        >
          ${t.tryAgain}
        </button>
      </div>`;
    case 'loaded':
      return html`<rendev-statistics
        exportparts="line"
        lang=${lang}
        .session=${session}
        .participants=${snapshot.participants}
      ></rendev-statistics>`;
  }
}
