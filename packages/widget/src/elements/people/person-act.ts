/** What an interviewer wants to be done with somebody. */
export interface PersonAct {
  readonly act: 'admit' | 'refuse' | 'mute' | 'lobby' | 'remove';
  readonly id: string;
  readonly name: string;
}
