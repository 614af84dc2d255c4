import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { Terms } from '../../locales/ko.ts';
import type { TileView } from '../tile/tile-view.ts';

/** `duo`: one large, oneself in the corner. `screen`: a screen large, faces in a strip. */
type StageLayout = 'duo' | 'grid' | 'screen';

export interface Stage {
  readonly layout: StageLayout;
  readonly tiles: readonly TileView[];
}

/** Which tiles there are and how they stand. The first one is the large one, the own face the last. */
export function stageOf(snapshot: SessionSnapshot, t: Terms, showSelf: boolean): Stage {
  const inside = snapshot.participants.filter((person) => person.admitted);
  const faces = inside.map((person) => faceTile(person, t));
  if (showSelf) faces.push(selfTile(snapshot, t));
  const sharer = inside.find((person) => person.media.screen && person.screenStream !== null);
  if (sharer !== undefined) {
    return { layout: 'screen', tiles: [screenTile(sharer, t), ...faces] };
  }
  return { layout: inside.length > 1 ? 'grid' : 'duo', tiles: faces };
}

function faceTile(person: RemoteParticipant, t: Terms): TileView {
  return {
    key: person.id,
    participantId: person.id,
    kind: 'person',
    name: person.name,
    stream: person.stream,
    picture: person.media.camera && person.stream !== null,
    muted: !person.media.microphone,
    hand: person.hand,
    condition: conditionOf(person, t),
  };
}

function selfTile({ self, media }: SessionSnapshot, t: Terms): TileView {
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
  };
}

function screenTile(person: RemoteParticipant, t: Terms): TileView {
  return {
    key: `${person.id} screen`,
    participantId: person.id,
    kind: 'screen',
    name: t.screenOf(person.name),
    stream: person.screenStream,
    picture: true,
    muted: false,
    hand: false,
    condition: '',
  };
}

function conditionOf({ presence, link }: RemoteParticipant, t: Terms): string {
  if (presence === 'disconnected') return t.away;
  switch (link) {
    case 'connected':
      return '';
    case 'connecting':
      return t.linkConnecting;
    case 'reconnecting':
      return t.linkReconnecting;
    case 'failed':
      return t.linkFailed;
  }
}
