import { html, nothing } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { icon } from '../../icons/icons.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { CallPanel } from './call-controls.ts';
import type { StatisticsPart } from './statistics-part.ts';

export interface PanelsView {
  readonly session: Session;
  readonly snapshot: SessionSnapshot;
  readonly panel: CallPanel | null;
  readonly lang: string;
  readonly t: Terms;
  readonly terms: CallTerms;
  readonly statistics: StatisticsPart;
  readonly close: () => void;
}

/** The panel beside the stage or, on a phone, over it. The chat stays in it while it is closed. */
export function panelsTemplate(view: PanelsView) {
  const { session, snapshot, panel, lang, t, terms } = view;
  const title = panel === null ? nothing : panel === 'statistics' ? terms.lines : t[panel];
  return html`<aside class="panel" part="panel" ?hidden=${panel === null} aria-label=${title}>
    <div class="panel-head">
      <h3 tabindex="-1">${title}</h3>
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
      exportparts="chat-log, chat-form, chat-input, send-button, message"
      lang=${lang}
      .session=${session}
      .chat=${snapshot.chat}
      .selfId=${snapshot.self?.id ?? ''}
      .names=${new Map(snapshot.participants.map(({ id, name }) => [id, name]))}
      .hidden=${panel !== 'chat'}
    ></rendev-chat>
    ${
      panel === 'people'
        ? html`<rendev-people
            exportparts="person, button"
            lang=${lang}
            .session=${session}
            .self=${snapshot.self}
            .participants=${snapshot.participants}
          ></rendev-people>`
        : nothing
    }
    ${
      panel === 'devices'
        ? html`<rendev-devices
            exportparts="device, device-status, select, button"
            lang=${lang}
            .session=${session}
            .media=${snapshot.media}
          ></rendev-devices>`
        : nothing
    }
    ${panel === 'statistics' ? statistics(view) : nothing}
  </aside>`;
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
