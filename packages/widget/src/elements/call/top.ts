import { html, nothing } from 'lit';
import type { QualityLevel, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { type IconName, icon } from '../../icons/icons.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import { interviewTitle } from '../base/interview-title.ts';
import type { Line } from './line.ts';

export interface TopView {
  readonly snapshot: SessionSnapshot;
  readonly lang: string;
  /** Where the interview has no title. */
  readonly title: string;
  readonly terms: CallTerms;
  readonly hides: ReadonlySet<string>;
  /** The worst one. */
  readonly line: Line | null;
  readonly statisticsOpen: boolean;
  readonly toggleStatistics: () => void;
}

const icons: Readonly<Record<Exclude<QualityLevel, 'reconnecting'>, IconName>> = {
  unknown: 'signal',
  good: 'signal',
  weak: 'signalWeak',
  lost: 'signalLost',
};

/** What the call is, how long it may last, and how the connection is. */
export function topTemplate(view: TopView) {
  const { interview, clockOffsetMs } = view.snapshot;
  const closesAt = interview?.closesAt ?? null;
  return html`<header class="top" part="top">
    <h2 tabindex="-1" part="title"><bdi>${interviewTitle(interview, view.title)}</bdi></h2>
    ${
      view.hides.has('timer')
        ? nothing
        : html`<rendev-remaining
            part="timer"
            lang=${view.lang}
            .closesAt=${closesAt === null ? null : Date.parse(closesAt)}
            .clockOffset=${clockOffsetMs}
          ></rendev-remaining>`
    }
    ${view.line === null || view.hides.has('quality') ? nothing : quality(view.line.level, view)}
  </header>`;
}

/** The icon stands last: it keeps its place when the word is another. */
function quality(level: QualityLevel, { terms, statisticsOpen, toggleStatistics }: TopView) {
  return html`<button
    class="quality ${level}"
    part="quality"
    type="button"
    data-opens="statistics"
    title=${terms.lines}
    aria-expanded=${statisticsOpen ? 'true' : 'false'}
    @click=${toggleStatistics}
  >
    <span class="word">${terms.quality[level]}</span>
    ${level === 'reconnecting' ? html`<span class="spinner"></span>` : icon(icons[level])}
  </button>`;
}
