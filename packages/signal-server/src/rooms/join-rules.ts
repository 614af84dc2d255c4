import type { AdmissionMode, Role } from '@rendev/interview-protocol';
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
