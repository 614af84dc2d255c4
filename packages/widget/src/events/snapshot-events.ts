import type { MediaState } from '@rendev/interview-protocol';
import type { LocalMedia, Quality, SessionSnapshot } from '../engine/session-snapshot.ts';
import { interviewEvent } from './interview-events.ts';

/** The public events that lie between two snapshots, in the order in which they are dispatched. */
export function snapshotEvents(now: SessionSnapshot, before: SessionSnapshot): Event[] {
  return [
    ...stateEvents(now, before),
    ...participantEvents(now, before),
    ...messageEvents(now, before),
    ...mediaEvents(now.media, before.media),
  ];
}

function stateEvents(now: SessionSnapshot, before: SessionSnapshot): Event[] {
  const [state, previous] = [now.state, before.state];
  const told: Event[] = [];
  if (state.name !== previous.name) {
    told.push(interviewEvent('state-change', { state: state.name, previous: previous.name }));
  }
  const refusal = refusalOf(now);
  if (refusal !== null && refusal !== refusalOf(before)) {
    const { code, retryable, interview } = refusal;
    told.push(
      interviewEvent('entry-refused', { code, retryable, ...(interview && { interview }) }),
    );
  }
  if (state.name === previous.name) return told;
  if (state.name === 'in-call' && previous.name !== 'reconnecting' && now.self !== null) {
    told.push(interviewEvent('joined', { participantId: now.self.id }));
  }
  if (state.name === 'ended') told.push(interviewEvent('left', { reason: state.reason }));
  return told;
}

function refusalOf({ state }: SessionSnapshot) {
  return state.name === 'refused' || state.name === 'lobby' ? state.error : null;
}

function participantEvents(now: SessionSnapshot, before: SessionSnapshot): Event[] {
  if (now.participants === before.participants) return [];
  const told: Event[] = [];
  const old = new Map(before.participants.map((participant) => [participant.id, participant]));
  for (const participant of now.participants) {
    const previous = old.get(participant.id);
    old.delete(participant.id);
    if (previous === undefined) {
      told.push(interviewEvent('participant-joined', { participant }));
    } else if (previous !== participant) {
      told.push(interviewEvent('participant-changed', { participant }));
      if (!sameToPeople(previous.quality, participant.quality)) {
        const { id: participantId, quality } = participant;
        told.push(interviewEvent('quality-change', { participantId, quality }));
      }
    }
  }
  for (const participant of old.values())
    told.push(interviewEvent('participant-left', { participant }));
  return told;
}

/** The ratings move all the time; what they come to does not. */
function sameToPeople(a: Quality, b: Quality): boolean {
  return a.level === b.level && a.reason === b.reason;
}

function messageEvents(now: SessionSnapshot, before: SessionSnapshot): Event[] {
  const entries = now.chat.entries;
  if (entries === before.chat.entries) return [];
  const known = new Set(
    before.chat.entries.filter((entry) => entry.status === 'sent').map((entry) => entry.id),
  );
  return entries.flatMap((entry): Event[] =>
    entry.status === 'sent' && !known.has(entry.id)
      ? [interviewEvent('message', { message: entry.message, mine: entry.mine })]
      : [],
  );
}

function mediaEvents(now: LocalMedia, before: LocalMedia): Event[] {
  const [sent, sentBefore] = [sentMedia(now), sentMedia(before)];
  const same =
    sent.microphone === sentBefore.microphone &&
    sent.camera === sentBefore.camera &&
    sent.screen === sentBefore.screen;
  return same ? [] : [interviewEvent('media-change', sent)];
}

function sentMedia(media: LocalMedia): MediaState {
  return {
    microphone: media.microphone.status === 'on',
    camera: media.camera.status === 'on',
    screen: media.screen.status === 'on',
  };
}
