import { rule } from '../realtime/event-rule.ts';
import { ok } from '../result.ts';
import type { SummariesService } from './summaries-service.ts';

export const reportEvents = ({ summaries }: { summaries: Pick<SummariesService, 'report'> }) => ({
  'participant:report': rule('participant:report', async ({ participantId }, report) => {
    await summaries.report(participantId, report);
    return ok({});
  }),
});
