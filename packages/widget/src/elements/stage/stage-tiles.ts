import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { TileView } from '../tile/tile-view.ts';
import type { StageView } from './stage-view.ts';

/** `duo`: one large, oneself in a corner. `speaker`: one large, the others in a strip. */
type StageLayout = 'duo' | 'grid' | 'speaker';

export interface Stage {
  readonly layout: StageLayout;
  /** Key of the large tile; `null` where all are even. */
  readonly large: string | null;
  /** As they stand, the own face last. */
  readonly tiles: readonly TileView[];
}

export interface StageTexts {
  readonly t: Terms;
  readonly terms: CallTerms;
}

/**
 * Which tiles there are and how they stand.
 *
 * @param speaker id of the person who has the large place in the layout `speaker`
 */
export function stageOf(
  snapshot: SessionSnapshot,
  view: StageView,
  speaker: string | null,
  texts: StageTexts,
): Stage {
  const inside = snapshot.participants.filter((person) => person.admitted);
  const { lowData } = snapshot.media;
  const screens = inside
    .filter((person) => person.media.screen && person.screenStream !== null)
    .map((person) => screenTile(person, texts));
  const faces = inside.map((person) => faceTile(person, lowData, texts.terms));
  if (view.selfView) faces.push(selfTile(snapshot, inside, texts));
  const tiles = [...screens, ...faces];

  const pinned = tiles.find(({ key }) => key === view.pinned)?.key;
  const shown = pinned ?? screens[0]?.key;
  const isDuo = inside.length < 2 && view.layout !== 'grid' && screens.length === 0;
  const { layout, large } = isDuo
    ? duo(shown, inside[0]?.id)
    : among(shown ?? (view.layout === 'speaker' ? speakerOf(inside, speaker) : undefined));
  return {
    // Nobody would be in the strip.
    layout: layout === 'speaker' && tiles.length === 1 ? 'grid' : layout,
    large: large ?? null,
    tiles: tiles.map((tile) => ({
      ...tile,
      pinned: tile.key === pinned,
      floating: layout === 'duo' && tile.kind === 'self',
    })),
  };
}

interface Arrangement {
  readonly layout: StageLayout;
  readonly large: string | undefined;
}

function duo(shown: string | undefined, other: string | undefined): Arrangement {
  return shown === 'self'
    ? { layout: 'speaker', large: shown }
    : { layout: 'duo', large: shown ?? other };
}

const among = (large: string | undefined): Arrangement => ({
  layout: large === undefined ? 'grid' : 'speaker',
  large,
});

/** Until somebody has spoken, and when they have left, the first one. */
const speakerOf = (inside: readonly RemoteParticipant[], speaker: string | null) =>
  (inside.find(({ id }) => id === speaker) ?? inside[0])?.id;

const PLAIN = { hand: false, pinned: false, floating: false, mirrored: false } as const;

function faceTile(person: RemoteParticipant, lowData: boolean, terms: CallTerms): TileView {
  const condition = conditionOf(person, terms);
  const paused = person.media.camera && person.cameraPaused;
  return {
    ...PLAIN,
    key: person.id,
    participantId: person.id,
    kind: 'person',
    name: person.name,
    stream: person.stream,
    picture: person.media.camera && person.stream !== null && !paused,
    muted: !person.media.microphone,
    hand: person.hand,
    condition,
    note: paused && condition === '' ? pausedNote(person, lowData, terms) : [],
  };
}

function selfTile(
  { self, media }: SessionSnapshot,
  inside: readonly RemoteParticipant[],
  { t, terms }: StageTexts,
): TileView {
  const blind = inside.filter((person) => person.ownCameraPaused).length;
  const unseen = blind === inside.length ? terms.unseen : terms.unseenBySome;
  return {
    ...PLAIN,
    key: 'self',
    participantId: 'self',
    kind: 'self',
    name: t.me,
    stream: media.stream,
    picture: media.camera.status === 'on',
    mirrored: !looksAway(media.stream),
    // What others see of us, not what was asked of the device.
    muted: !(self?.media.microphone ?? false),
    hand: self?.hand ?? false,
    condition: '',
    note: blind === 0 || media.camera.status !== 'on' ? [] : [unseen],
  };
}

/** The camera at the back of a phone shows what one reads, not oneself. */
function looksAway(stream: MediaStream | null): boolean {
  return stream?.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}

function screenTile(person: RemoteParticipant, { t, terms }: StageTexts): TileView {
  return {
    ...PLAIN,
    key: `${person.id} screen`,
    participantId: person.id,
    kind: 'screen',
    name: t.screenOf(person.name),
    stream: person.screenStream,
    picture: true,
    muted: false,
    condition: conditionOf(person, terms),
    note: [],
  };
}

function conditionOf({ quality: { level, reason } }: RemoteParticipant, terms: CallTerms): string {
  switch (level) {
    case 'good':
    case 'weak':
      return '';
    case 'unknown':
      return terms.connecting;
    case 'reconnecting':
      return reason === 'participant-away' ? terms.away : terms.reconnecting;
    case 'lost':
      return terms.lost;
  }
}

function pausedNote({ media, quality }: RemoteParticipant, lowData: boolean, terms: CallTerms) {
  const why =
    quality.level === 'weak' ? terms.pausedWeak : lowData ? terms.pausedSaving : terms.paused;
  return media.microphone ? [why, terms.soundGoesOn] : [why];
}
