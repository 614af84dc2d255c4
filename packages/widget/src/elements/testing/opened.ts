import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { mount, type MountOptions, show, type TestInterview } from './mount.ts';
import { inCall } from './snapshots.ts';

/** What the test has opened last. */
export let element: TestInterview;

/** Mounts the element and shows a snapshot. */
export async function open(snapshot: SessionSnapshot, options?: MountOptions): Promise<void> {
  element = await mount(options);
  await show(element, snapshot);
}

/** The same with a call of two, and what is special in it. */
export function openCall(
  change: Parameters<typeof inCall>[0] = {},
  options?: MountOptions,
): Promise<void> {
  return open(inCall(change), options);
}
