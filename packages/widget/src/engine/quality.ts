import type { Participant } from '@rendev/interview-protocol';
import type { LinkView } from './peer/peer-link.ts';
import type { Quality, QualityLevel, QualityReason } from './session-snapshot.ts';

/** The one word for a link and why, from what the server and the link know. */
export function qualityOf({ presence }: Participant, link: LinkView | null): Quality {
  const [level, reason] = levelOf(presence === 'connected', link);
  return { level, reason, incoming: link?.incoming ?? null, outgoing: link?.outgoing ?? null };
}

function levelOf(
  isPresent: boolean,
  link: LinkView | null,
): readonly [QualityLevel, QualityReason | null] {
  if (link?.state === 'failed') return ['lost', 'no-path'];
  // Media may flow on without the server.
  if (!isPresent && link?.state !== 'connected') return ['reconnecting', 'participant-away'];
  if (link?.state === 'reconnecting') return ['reconnecting', 'path-lost'];
  if (link?.state !== 'connected') return ['unknown', null];
  return link.weakness === null ? ['good', null] : ['weak', link.weakness];
}
