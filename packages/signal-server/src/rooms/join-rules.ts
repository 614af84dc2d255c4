import type { AdmissionMode, OpenOffer, Role, SignalSend } from '@rendev/interview-protocol';
import type { ParticipantRow, ParticipantState } from '../storage/tables.ts';

/** `joined`: was not in the room. `resumed`: the same page again. `new-epoch`: another page. */
export type JoinKind = 'joined' | 'resumed' | 'new-epoch';

/** What a seat remembers of its person. */
type Seated = Pick<ParticipantRow, 'state' | 'epoch' | 'admitted_at'>;

/** Whether the seat's place in the room is taken already, be it by a lost connection. */
export const isPresent = (state: ParticipantState): boolean =>
  state === 'waiting' || state === 'admitted';

export function kindOfJoin(seated: Seated | undefined, epoch: string): JoinKind {
  if (seated === undefined || !isPresent(seated.state)) return 'joined';
  return seated.epoch === epoch ? 'resumed' : 'new-epoch';
}

/**
 * Whether the person enters or waits. Who is present stays as they are, in the lobby too. Who comes
 * back after leaving enters if they were inside before: leaving is no way out of the lobby.
 */
export function stateOnJoin(
  seated: Seated | undefined,
  role: Role,
  admission: AdmissionMode,
): 'waiting' | 'admitted' {
  if (seated?.state === 'waiting' || seated?.state === 'admitted') return seated.state;
  if (role === 'interviewer') return 'admitted';
  const enters = seated === undefined ? admission === 'open' : seated.admitted_at !== null;
  return enters ? 'admitted' : 'waiting';
}

/**
 * Who is given which offer of a join: everybody who was inside and connected before it, in the order
 * of joining. So of two who join at once the later one's offer goes to the earlier one, and never
 * both. None where the same page comes back, for its links live on, and none from or to somebody who
 * waits.
 */
export function addressOffers(
  joiner: Pick<ParticipantRow, 'id' | 'state'>,
  kind: JoinKind,
  present: readonly Pick<ParticipantRow, 'id' | 'state' | 'epoch' | 'connection_id'>[],
  offers: readonly OpenOffer[],
): SignalSend[] {
  if (kind === 'resumed' || joiner.state !== 'admitted') return [];
  return present
    .filter((row) => row.id !== joiner.id && row.state === 'admitted' && row.connection_id !== null)
    .slice(0, offers.length)
    .flatMap(({ id, epoch }, index) => {
      const offer = offers[index];
      return offer === undefined ? [] : [{ to: id, toEpoch: epoch, ...offer }];
    });
}
