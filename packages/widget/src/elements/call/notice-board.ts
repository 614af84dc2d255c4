import type { ReactiveControllerHost } from 'lit';
import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import { Settled } from '../../controllers/settled.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import { listOf } from '../../locales/lists.ts';
import type { CallSettings } from './call-settings.ts';
import { callNotices } from './call-notices.ts';
import { failedKey } from './device-notices.ts';
import { Knocks } from './knocks.ts';
import { type Line, worstLine } from './line.ts';
import type { Notice } from './notices.ts';
import type { NoticesView } from './notices-view.ts';
import { PassingNotice } from './passing-notice.ts';
import { PutAwayNotices } from './put-away-notices.ts';
import { TalkingMuted } from './talking-muted.ts';
import { TimeLeft } from './time-left.ts';

/** What lasts shorter than this is shown, but nobody is told of it; ms. */
const SETTLED_MS = 3000;
/** More would cover the faces; the others wait. */
const NOTICES_MAX = 2;

type Watched = 'line' | 'talkingMuted' | 'milestone' | 'passing' | 'putAway';

export interface BoardCall {
  readonly terms: CallTerms;
  /** For Intl. */
  readonly locale: string;
  readonly settings: CallSettings;
  readonly announce: (text: string) => void;
}

/** Watches what becomes of the call, and decides what is to be said over the stage, and when. */
export class NoticeBoard {
  readonly #host: ReactiveControllerHost;
  readonly #putAway = new PutAwayNotices();
  readonly #passing: PassingNotice;
  readonly #timeLeft: TimeLeft;
  readonly #talkingMuted: TalkingMuted;
  readonly #knocks = new Knocks();
  readonly #now: () => BoardCall;
  /** A bad line is said aloud by its notice. */
  readonly #line: Settled;
  readonly #paused: Settled;
  #worst: Line | null = null;

  constructor(host: ReactiveControllerHost, now: () => BoardCall) {
    this.#host = host;
    this.#now = now;
    this.#passing = new PassingNotice(host);
    this.#timeLeft = new TimeLeft(host);
    this.#talkingMuted = new TalkingMuted(host);
    this.#line = new Settled(host, SETTLED_MS, (line, before) => {
      if (line === 'good' && isBad(before)) now().announce(now().terms.saidGood);
    });
    this.#paused = new Settled(host, SETTLED_MS, (names) => {
      if (names !== '') now().announce(now().terms.saidPaused(names));
    });
  }

  /** The worst of the lines, as it is now. */
  get worst(): Line | null {
    return this.#worst;
  }

  /** One sentence, for a few seconds. */
  say(text: string): void {
    this.#passing.show(text);
  }

  /** @param before nothing at first */
  follow(snapshot: SessionSnapshot, before: SessionSnapshot | null): void {
    const { microphone, camera, talkingMuted, speakerId } = snapshot.media;
    if (before === null) {
      // What failed in the lobby was told there, and the person has joined without it.
      if (microphone.status === 'failed') this.#putAway.add(failedKey('microphone'));
      if (camera.status === 'failed') this.#putAway.add(failedKey('camera'));
    }
    const inside = insideOf(snapshot);
    this.#worst = worstLine(inside);
    this.#line.follow(lineKey(this.#worst));
    const paused = inside.filter((person) => person.media.camera && person.cameraPaused);
    const names = paused.map(({ name }) => name);
    this.#paused.follow(listOf(names, this.#now().locale));
    this.#talkingMuted.follow(talkingMuted);
    this.#knocks.follow(waitingOf(snapshot), this.#now().settings.knockSound, speakerId);
    this.#followTime(snapshot, before);
  }

  /** @param told whether a bad line and the time are to be told at all */
  notices(
    view: Omit<NoticesView, Watched>,
    told: { readonly line: boolean; readonly time: boolean },
  ): Notice[] {
    const isSettled = lineKey(this.#worst) === this.#line.value;
    const notices = callNotices({
      ...view,
      line: told.line && isSettled ? this.#worst : null,
      talkingMuted: this.#talkingMuted.isShown,
      milestone: told.time ? this.#timeLeft.milestone : null,
      passing: this.#passing.text,
      putAway: (key) => {
        this.#putAway.add(key);
        this.#host.requestUpdate();
      },
    });
    return this.#putAway.without(notices).slice(0, NOTICES_MAX);
  }

  #followTime(snapshot: SessionSnapshot, before: SessionSnapshot | null): void {
    const closesAt = endOf(snapshot);
    this.#timeLeft.follow(closesAt, snapshot.clockOffsetMs);
    const was = before === null ? null : endOf(before);
    if (closesAt !== null && was !== null && closesAt > was) {
      this.say(this.#now().terms.extended(Math.round((closesAt - was) / 60_000)));
    }
  }
}

export function insideOf({ participants }: SessionSnapshot): RemoteParticipant[] {
  return participants.filter((person) => person.admitted);
}

/** Only interviewers see them, and only they can do something about it. */
export function waitingOf({ participants }: SessionSnapshot): RemoteParticipant[] {
  return participants.filter((person) => !person.admitted);
}

/** The same for as long as the same is to be said. */
function lineKey(line: Line | null): string {
  if (line === null) return '';
  return line.reason === null
    ? line.level
    : `${line.level} ${line.reason} ${line.owner} ${line.name}`;
}

const isBad = (key: string) => key.includes(' ');

/** ms, server's clock; `null` for an interview without an end. */
function endOf({ interview }: SessionSnapshot): number | null {
  return interview?.closesAt == null ? null : Date.parse(interview.closesAt);
}
