import type { LinkStatistics } from '../../engine/link-statistics.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import type { CallPanel } from '../call/call-panel.ts';
import type { StageView } from '../stage/stage-view.ts';

/** A screen in one of its states. */
export interface Scene {
  readonly snapshot: SessionSnapshot;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly panel?: CallPanel;
  readonly view?: Partial<StageView>;
  readonly measured?: readonly LinkStatistics[];
  /** Selectors of what is pressed at last, one after the other. */
  readonly press?: readonly string[];
  /** What the browser remembers of microphone and camera. */
  readonly permission?: PermissionState;
  /** What a person reads on it. */
  readonly ko: string;
  readonly en: string;
}
