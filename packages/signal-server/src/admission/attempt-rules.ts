import { addressGroup } from './address-group.ts';

/** Who or what is counted: the visitor, the code that was typed, or everybody. */
type Counted = 'address' | 'code' | 'everybody';

/** So many attempts in so many seconds. */
export interface AttemptRule {
  readonly counted: Counted;
  readonly points: number;
  readonly duration: number;
  /** Whether an attempt with a good code is taken back. */
  readonly onlyFailures: boolean;
}

const MINUTE = 60;
const DAY = 86_400;

/**
 * In the order in which they are asked: what one refuses does not count for the next, so that one
 * address cannot use up what is for all. The budgets for everybody bound what many addresses can do
 * together: SECURITY.md has the sum. A code that is known to many must not be asked without end
 * either, since each good answer is a ticket.
 */
export const ATTEMPT_RULES: readonly AttemptRule[] = [
  { counted: 'address', points: 10, duration: MINUTE, onlyFailures: true },
  { counted: 'address', points: 100, duration: DAY, onlyFailures: true },
  { counted: 'code', points: 120, duration: MINUTE, onlyFailures: false },
  { counted: 'everybody', points: 600, duration: MINUTE, onlyFailures: true },
  { counted: 'everybody', points: 100_000, duration: DAY, onlyFailures: true },
];

/** One try of a code. */
export interface Attempt {
  readonly ip: string;
  /** Keyed hash of the code; the code itself is kept nowhere. */
  readonly codeHash: string;
}

export function keyOf({ counted }: AttemptRule, { ip, codeHash }: Attempt): string {
  switch (counted) {
    case 'address':
      return addressGroup(ip);
    case 'code':
      return codeHash;
    case 'everybody':
      return 'everybody';
  }
}
