import type { HostsService } from '../hosts/hosts-service.ts';
import type { InterviewNotifier } from '../interviews/interviews-service.ts';
import type { Connections } from './connections.ts';

export interface RemovedHostsServices {
  readonly hosts: Pick<HostsService, 'list'>;
  readonly connections: Pick<Connections, 'ofOtherHosts'>;
  readonly notifier: Pick<InterviewNotifier, 'ended'>;
}

/**
 * A host is removed from another process, with its interviews, and nobody in them is told by it: their
 * calls end here, as canceled.
 */
export async function endCallsOfRemovedHosts(services: RemovedHostsServices): Promise<void> {
  const { hosts, connections, notifier } = services;
  const present = new Set((await hosts.list()).map(({ id }) => id));
  for (const interviewId of connections.ofOtherHosts(present)) {
    notifier.ended(interviewId, 'canceled');
  }
}
