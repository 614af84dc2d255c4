import { type TemplateResult, html } from 'lit';
import type { Session } from '../../engine/session.ts';
import type { Rating } from '../../events/interview-events.ts';
import { describeError } from '../../locales/errors.ts';
import { asHeading } from '../../locales/heading.ts';
import type { MediaWanted } from '../../controllers/media-start.ts';
import type { Localize } from '../../locales/localize.ts';
import type { CallPanel } from '../call/call-panel.ts';
import type { CodeEntryDetail } from '../code-entry/code-entry.ts';
import type { Screen } from './screens.ts';

/** What the screens need of the element, and what they ask of it. */
export interface ScreenView {
  readonly session: Session;
  readonly localize: Localize;
  /** To fill in. */
  readonly code: string;
  readonly name: string;
  readonly byTicket: boolean;
  /** What is to be on at the start. */
  readonly wanted: MediaWanted;
  readonly panel: CallPanel | null;
  readonly hides: ReadonlySet<string>;
  readonly enter: (code: string, name: string) => void;
  readonly enterAgain: () => void;
  readonly otherCode: () => void;
  readonly join: () => void;
  readonly leave: () => void;
  readonly setPanel: (panel: CallPanel | null) => void;
  readonly rate: (rating: Rating) => void;
}

interface Message {
  readonly heading: string;
  readonly text?: string;
  readonly busy?: boolean;
  readonly action?: string;
  readonly act?: () => void;
}

export function screenTemplate(screen: Screen, view: ScreenView): TemplateResult {
  const { session, localize, hides } = view;
  const { snapshot } = session;
  const { state } = snapshot;
  const { terms: t, locale: lang } = localize;
  switch (screen) {
    case 'code-entry':
      return html`<rendev-code-entry
        data-screen
        exportparts="card, title, notice, code, code-input, input, problem, button, primary-button"
        lang=${lang}
        .code=${view.code}
        .name=${view.name}
        .busy=${state.name !== 'idle' && state.name !== 'refused'}
        .error=${state.name === 'refused' ? state.error : null}
        .hides=${hides}
        @enter=${({ detail }: CustomEvent<CodeEntryDetail>) => {
          view.enter(detail.code, detail.name);
        }}
        ><slot name="logo" slot="logo"></slot
      ></rendev-code-entry>`;
    case 'countdown':
      return html`<rendev-countdown
        data-screen
        exportparts="card, title, countdown, preview, toggle, device, device-status, select, switch, button, primary-button, input, notice"
        lang=${lang}
        .opensAt=${state.name === 'countdown' ? state.opensAt : 0}
        .clockOffset=${snapshot.clockOffsetMs}
        .interview=${snapshot.interview}
        .canChangeCode=${!view.byTicket}
        .session=${session}
        .media=${snapshot.media}
        .wanted=${view.wanted}
        @other-code=${view.otherCode}
        ><slot name="logo" slot="logo"></slot
      ></rendev-countdown>`;
    case 'lobby':
      return html`<rendev-lobby
        data-screen
        exportparts="preview, toggle, title, input, problem, notice, device, device-status, select, switch, button, primary-button"
        lang=${lang}
        .session=${session}
        .snapshot=${snapshot}
        .wanted=${view.wanted}
        .hides=${hides}
        @join=${view.join}
      ></rendev-lobby>`;
    case 'call':
      return html`<rendev-call
        data-screen
        exportparts="call, top, title, timer, quality, stage, tile, tile-name, tile-hand, tile-condition, tile-action, show-self, notice, controls, control, leave-button, menu, menu-item, dialog, panel, chat-log, chat-form, chat-input, send-button, emoji-button, emoji, message, person, line, device, device-status, select, switch, input, button"
        lang=${lang}
        .session=${session}
        .snapshot=${snapshot}
        .panel=${view.panel}
        .hides=${hides}
        @panel=${({ detail }: CustomEvent<CallPanel | null>) => {
          view.setPanel(detail);
        }}
        @leave=${view.leave}
      ></rendev-call>`;
    case 'ended':
      return html`<rendev-ended
        data-screen
        exportparts="card, title, word, duration, rating, score, input, button, primary-button"
        lang=${lang}
        .state=${state.name === 'ended' ? state : null}
        .canChangeCode=${!view.byTicket}
        .hides=${hides}
        @rejoin=${view.enterAgain}
        @rating=${({ detail }: CustomEvent<Rating>) => {
          view.rate(detail);
        }}
        @other-code=${view.otherCode}
        ><slot name="ended"></slot
      ></rendev-ended>`;
    case 'waiting':
      return html`<rendev-waiting
        data-screen
        exportparts="card, title, preview, toggle, button"
        lang=${lang}
        .session=${session}
        .snapshot=${snapshot}
        @leave=${view.leave}
      ></rendev-waiting>`;
    case 'entering':
      return messageTemplate(lang, {
        heading: state.name === 'joining' ? t.joining : t.checking,
        busy: true,
      });
    case 'ticket-refused': {
      const code = state.name === 'refused' ? state.error.code : 'unknown';
      const { sentence, remedy } = describeError(localize.language, code);
      return messageTemplate(lang, {
        heading: asHeading(sentence),
        text: remedy,
        action: t.tryAgain,
        act: view.enterAgain,
      });
    }
  }
}

/** A later part of the widget did not arrive. */
export function loadFailedTemplate({ terms: t, locale }: Localize, act: () => void) {
  return messageTemplate(locale, {
    heading: asHeading(t.screenFailed),
    text: t.screenFailedHelp,
    action: t.tryAgain,
    act,
  });
}

function messageTemplate(lang: string, message: Message): TemplateResult {
  return html`<rendev-message
    data-screen
    exportparts="card, title, button"
    lang=${lang}
    .heading=${message.heading}
    .text=${message.text ?? ''}
    .busy=${message.busy ?? false}
    .action=${message.action ?? ''}
    @act=${message.act}
  ></rendev-message>`;
}
