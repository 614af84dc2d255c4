import { rule } from '../realtime/event-rule.ts';
import { ok } from '../result.ts';
import type { RoomMetrics } from '../rooms/room-metrics.ts';
import type { SummariesService } from './summaries-service.ts';

interface ReportServices {
  readonly summaries: Pick<SummariesService, 'report'>;
  readonly metrics: Pick<RoomMetrics, 'reported'>;
}

export const reportEvents = ({ summaries, metrics }: ReportServices) => ({
  'participant:report': rule(
    'participant:report',
    async ({ participantId }, report) => {
      await summaries.report(participantId, report);
      metrics.reported(report);
      return ok({});
    },
    { whenEnded: true },
  ),
});
