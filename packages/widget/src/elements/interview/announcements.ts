import type { RemoteParticipant, SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { Terms } from '../../locales/ko.ts';

/** What a screen reader hears of the change between two snapshots of one call. */
export function announcements(now: SessionSnapshot, before: SessionSnapshot, t: Terms): string[] {
  if (now.self === null || before.self === null) return [];
  return now.participants === before.participants ? [] : ofPeople(now, before, t);
}

function ofPeople(now: SessionSnapshot, before: SessionSnapshot, t: Terms): string[] {
  const old = new Map(before.participants.map((person) => [person.id, person]));
  const said: string[] = [];
  for (const person of now.participants) {
    said.push(...ofPerson(person, old.get(person.id), t));
    old.delete(person.id);
  }
  for (const person of old.values()) if (person.admitted) said.push(t.saidLeft(person.name));
  return said;
}

function ofPerson(now: RemoteParticipant, before: RemoteParticipant | undefined, t: Terms) {
  const said: string[] = [];
  if (!now.admitted) {
    if (before === undefined) said.push(t.saidWaiting(now.name));
    return said;
  }
  if (!before?.admitted) return [t.saidJoined(now.name)];
  const [media, was] = [now.media, before.media];
  if (media.microphone !== was.microphone) {
    said.push(media.microphone ? t.saidUnmuted(now.name) : t.saidMuted(now.name));
  }
  if (media.screen && !was.screen) said.push(t.saidSharing(now.name));
  return said;
}
