import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { CallTerms } from '../../locales/call-terms.ts';
import type { Terms } from '../../locales/ko.ts';
import type { TileView } from '../tile/tile-view.ts';

/** `duo`: one large, oneself in the corner. `screen`: a screen large, faces in a strip. */
type StageLayout = 'duo' | 'grid' | 'screen';

export interface Stage {
  readonly layout: StageLayout;
  readonly tiles: readonly TileView[];
}

/** Which tiles there are and how they stand. The first one is the large one, the own face the last. */
export function stageOf(
  snapshot: SessionSnapshot,
  t: Terms,
  callTerms: CallTerms,
  showSelf: boolean,
): Stage {
  const inside = snapshot.participants.filter((person) => person.admitted);
  const faces = inside.map((person) => faceTile(person, snapshot.media.lowData, callTerms));
  if (showSelf) faces.push(selfTile(snapshot, inside, t, callTerms));
  const sharer = inside.find((person) => person.media.screen && person.screenStream !== null);
  if (sharer !== undefined) {
    return { layout: 'screen', tiles: [screenTile(sharer, t, callTerms), ...faces] };
  }
  return { layout: inside.length > 1 ? 'grid' : 'duo', tiles: faces };
}

function faceTile(person: RemoteParticipant, lowData: boolean, terms: CallTerms): TileView {
  const condition = conditionOf(person, terms);
  const paused = person.media.camera && person.cameraPaused;
  return {
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
  t: Terms,
  terms: CallTerms,
): TileView {
  const blind = inside.filter((person) => person.ownCameraPaused).length;
  const unseen = blind === inside.length ? terms.unseen : terms.unseenBySome;
  return {
    key: 'self',
    participantId: 'self',
    kind: 'self',
    name: t.me,
    stream: media.stream,
    picture: media.camera.status === 'on',
    // What others see of us, not what was asked of the device.
    muted: !(self?.media.microphone ?? false),
    hand: self?.hand ?? false,
    condition: '',
    note: blind === 0 || media.camera.status !== 'on' ? [] : [unseen],
  };
}

function screenTile(person: RemoteParticipant, t: Terms, terms: CallTerms): TileView {
  return {
    key: `${person.id} screen`,
    participantId: person.id,
    kind: 'screen',
    name: t.screenOf(person.name),
    stream: person.screenStream,
    picture: true,
    muted: false,
    hand: false,
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
