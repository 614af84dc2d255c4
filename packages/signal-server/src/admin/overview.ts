import type { Overview, OverviewQuery } from '@rendev/interview-protocol';
import { toTimestamp } from '../clock.ts';
import type { Host } from '../hosts/hosts-service.ts';
import { toInterview } from '../interviews/interview-views.ts';
import { PRESENT } from '../rooms/participants-repository.ts';
import type { Database } from '../storage/database.ts';

const INTERVIEWS_MAX = 200;

/** A host's interviews of a time with who is there: at most 200. */
export async function readOverview(
  db: Database,
  { id: hostId, window }: Pick<Host, 'id' | 'window'>,
  { from, to }: OverviewQuery,
): Promise<Overview> {
  const rows = await db
    .selectFrom('interviews')
    .selectAll()
    .where('host_id', '=', hostId)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('scheduled_at', '>=', Date.parse(from)),
          eb('scheduled_at', '<', Date.parse(to)),
        ]),
        eb(
          'id',
          'in',
          eb.selectFrom('participants').select('interview_id').where('state', 'in', PRESENT),
        ),
      ]),
    )
    .orderBy('scheduled_at')
    .orderBy('id')
    .limit(INTERVIEWS_MAX)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { items: [] };
  const present = await db
    .selectFrom('participants')
    .selectAll()
    .where('interview_id', 'in', ids)
    .where('state', 'in', PRESENT)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  return {
    items: rows.map((row) => ({
      interview: toInterview(row, window),
      people: present
        .filter((person) => person.interview_id === row.id)
        .map((person) => ({
          id: person.id,
          name: person.name,
          role: person.role,
          admitted: person.state === 'admitted',
          connected: person.connection_id !== null,
          joinedAt: toTimestamp(person.joined_at),
        })),
    })),
  };
}
