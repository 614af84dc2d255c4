import type { InterviewSummary } from '@rendev/interview-protocol';
import { toTimestamp } from '../clock.ts';
import type { ParticipantRow, ReportRow, StayRow } from '../storage/tables.ts';

type Person = Pick<ParticipantRow, 'id' | 'name' | 'role' | 'reconnects'>;
type Stay = Pick<StayRow, 'participant_id' | 'from_at' | 'to_at'>;

export interface SummaryFacts {
  readonly people: readonly Person[];
  /** In the order of coming. */
  readonly stays: readonly Stay[];
  readonly reports: readonly ReportRow[];
}

/**
 * Sums up an interview.
 *
 * @param now where somebody is still in the room, in ms since the Unix epoch
 */
export function summaryOf(
  interviewId: string,
  { people, stays, reports }: SummaryFacts,
  now: number,
): InterviewSummary {
  const came = [...new Set(stays.map((stay) => stay.participant_id))].flatMap(
    (id) => people.find((person) => person.id === id) ?? [],
  );
  const end = (stay: Stay) => stay.to_at ?? Math.max(now, stay.from_at);
  const sideOf = (role: Person['role']) => (role === 'interviewer' ? 'ours' : 'theirs');
  const hasInterviewer = came.some(({ role }) => role === 'interviewer');

  let togetherMs = 0;
  let bothSides = false;
  const moments = [...new Set(stays.flatMap((stay) => [stay.from_at, end(stay)]))];
  moments.sort((a, b) => a - b);
  for (const [index, from] of moments.entries()) {
    const to = moments[index + 1];
    if (to === undefined) break;
    const there = came.filter(({ id }) =>
      stays.some((stay) => stay.participant_id === id && stay.from_at <= from && end(stay) >= to),
    );
    if (there.length >= 2) togetherMs += to - from;
    const sides = there.filter(({ role }) => role !== 'observer');
    bothSides ||= hasInterviewer
      ? new Set(sides.map(({ role }) => sideOf(role))).size === 2
      : sides.length >= 2;
  }

  return {
    interviewId,
    people: came.map(({ id, name, role, reconnects }) => {
      const own = stays.filter((stay) => stay.participant_id === id);
      const report = reports.find((each) => each.participant_id === id);
      return {
        id,
        name,
        role,
        stays: own.map(({ from_at: from, to_at: to }) => ({
          from: toTimestamp(from),
          to: to === null ? null : toTimestamp(to),
        })),
        attendedSeconds: seconds(own.reduce((sum, stay) => sum + end(stay) - stay.from_at, 0)),
        reconnects,
        quality: report
          ? {
              goodSeconds: report.good,
              weakSeconds: report.weak,
              lostSeconds: report.lost,
              relayed: report.relayed === 1,
            }
          : null,
      };
    }),
    togetherSeconds: seconds(togetherMs),
    bothSidesAttended: bothSides,
  };
}

const seconds = (ms: number): number => Math.round(ms / 1_000);
