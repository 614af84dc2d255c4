import type {
  Quality,
  QualityLevel,
  QualityReason,
  RemoteParticipant,
} from '../../engine/session-snapshot.ts';
import type { LineOwner } from '../../locales/call-terms.ts';

/** The connection to one other person, as it is told. */
export interface Line {
  readonly level: QualityLevel;
  readonly reason: QualityReason | null;
  readonly owner: LineOwner;
  readonly name: string;
}

const WORST_FIRST: readonly QualityLevel[] = ['lost', 'reconnecting', 'weak', 'unknown', 'good'];
/** Ratings below are not good; see `Quality`. */
const GOOD_RATING = 80;

/** The worst of the connections to all others; `null` without others. */
export function worstLine(people: readonly RemoteParticipant[]): Line | null {
  const level = WORST_FIRST.find((one) => people.some(({ quality }) => quality.level === one));
  const person = people.find(({ quality }) => quality.level === level);
  return person === undefined ? null : lineTo(person, people);
}

export function lineTo(person: RemoteParticipant, people: readonly RemoteParticipant[]): Line {
  const { level, reason } = person.quality;
  return { level, reason, owner: ownerOf(person.quality, people), name: person.name };
}

/**
 * What is bad to or from everybody is bad here, what is bad with one alone is bad there. Between two
 * nobody can tell.
 */
function ownerOf({ level, reason }: Quality, people: readonly RemoteParticipant[]): LineOwner {
  if (reason === 'participant-away') return 'theirs';
  if (people.length < 2) return 'between';
  const qualities = people.map(({ quality }) => quality);
  const isOwn =
    qualities.every(({ incoming }) => isBad(incoming)) ||
    qualities.every(({ outgoing }) => isBad(outgoing)) ||
    qualities.every((one) => one.level === level && one.reason === reason);
  if (isOwn) return 'own';
  const isAlone = qualities.filter((one) => one.level !== 'good').length === 1;
  return isAlone ? 'theirs' : 'between';
}

function isBad(rating: number | null): boolean {
  return rating !== null && rating < GOOD_RATING;
}
