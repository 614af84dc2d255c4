import type { InterviewsService } from '../interviews/interviews-service.ts';
import { rule, type EventOptions } from '../realtime/event-rule.ts';
import { ok, type Result } from '../result.ts';
import type { HostControls } from './host-controls.ts';

const interviewers: EventOptions = { interviewersOnly: true };

/** What an interviewer may do. */
export const hostEvents = ({
  controls,
  interviews,
}: {
  controls: HostControls;
  interviews: Pick<InterviewsService, 'extend' | 'end'>;
}) => ({
  'participant:admit': rule(
    'participant:admit',
    (actor, { id }) => controls.admit(actor, id),
    interviewers,
  ),
  'participant:reject': rule(
    'participant:reject',
    (actor, { id, word }) => controls.reject(actor, id, word),
    interviewers,
  ),
  'participant:remove': rule(
    'participant:remove',
    (actor, { id, word }) => controls.remove(actor, id, word),
    interviewers,
  ),
  'participant:lobby': rule(
    'participant:lobby',
    (actor, { id }) => controls.toLobby(actor, id),
    interviewers,
  ),
  'participant:mute': rule(
    'participant:mute',
    (actor, { id }) => controls.askToMute(actor, id),
    interviewers,
  ),
  'interview:extend': rule(
    'interview:extend',
    async (actor, { minutes }) => empty(await interviews.extend(actor.interviewId, minutes)),
    interviewers,
  ),
  'interview:end': rule(
    'interview:end',
    async (actor) => empty(await interviews.end(null, actor.interviewId)),
    interviewers,
  ),
});

const empty = (result: Result<unknown>): Result<object> => (result.ok ? ok({}) : result);
