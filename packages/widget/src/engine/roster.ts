import type { Participant } from '@rendev/interview-protocol';
import type { LinkView } from './peer/peer-link.ts';
import { qualityOf } from './quality.ts';
import type { RemoteParticipant } from './session-snapshot.ts';

interface Row {
  readonly participant: Participant;
  readonly link: LinkView | null;
  readonly remote: RemoteParticipant;
}

/** The other people of the room: what the server says of each, joined with the link to them. */
export class Roster {
  readonly #participants = new Map<string, Participant>();
  #rows = new Map<string, Row>();
  #remotes: readonly RemoteParticipant[] = [];

  get(id: string): Participant | undefined {
    return this.#participants.get(id);
  }

  reset(participants: readonly Participant[]): void {
    this.#participants.clear();
    for (const participant of participants) this.set(participant);
  }

  set(participant: Participant): void {
    this.#participants.set(participant.id, participant);
  }

  delete(id: string): void {
    this.#participants.delete(id);
  }

  /** In the order of joining. What has not changed is the same object as before. */
  remotes(linkOf: (id: string) => LinkView | null): readonly RemoteParticipant[] {
    const previous = this.#rows;
    this.#rows = new Map();
    for (const participant of this.#participants.values()) {
      const link = linkOf(participant.id);
      const row = previous.get(participant.id);
      const unchanged = row?.participant === participant && row.link === link;
      this.#rows.set(
        participant.id,
        unchanged ? row : { participant, link, remote: toRemote(participant, link) },
      );
    }
    const remotes = Array.from(this.#rows.values(), ({ remote }) => remote).sort(byJoining);
    const same =
      remotes.length === this.#remotes.length &&
      remotes.every((remote, index) => remote === this.#remotes[index]);
    if (!same) this.#remotes = remotes;
    return this.#remotes;
  }
}

function toRemote(participant: Participant, link: LinkView | null): RemoteParticipant {
  const state = link?.state ?? 'connecting';
  return {
    ...participant,
    link: state,
    quality: qualityOf(participant, link),
    cameraPaused: participant.media.camera && (link?.cameraPaused ?? false),
    ownCameraPaused: link?.ownCameraPaused ?? false,
    stream: link?.stream ?? null,
    screenStream: participant.media.screen ? (link?.screenStream ?? null) : null,
  };
}

/** RFC 3339 times of one form sort as text. */
function byJoining(a: Participant, b: Participant): number {
  return `${a.joinedAt}${a.id}` < `${b.joinedAt}${b.id}` ? -1 : 1;
}
