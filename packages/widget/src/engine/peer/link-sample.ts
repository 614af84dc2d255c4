import type { LinkStatistics } from '../link-statistics.ts';

/** What one reading of `getStats` says about a link, as rates since the reading before. */
export interface LinkSample extends Omit<LinkStatistics, 'participantId'> {
  /** `performance.now()` of the reading, ms. */
  readonly at: number;
  /**
   * Bytes that arrived on the media path since the reading before: media of all streams and its
   * control. See `LinkSampler` for what counts.
   */
  readonly receivedBytes: number;
  /** The TURN URL through which this page sends, as far as the browser tells; `null` without. */
  readonly relayUrl: string | null;
  /** Of all packets of media in one direction, 0 to 100; `null` when none flowed or nobody told. */
  readonly incomingLossPercent: number | null;
  readonly outgoingLossPercent: number | null;
}
