import { RendevCall } from '../call/call.ts';
import {
  type MountOptions,
  type TestInterview,
  deep,
  deepAll,
  mount,
  settled,
  show,
  until,
} from './mount.ts';
import type { Scene } from './scene.ts';

/** The element in a scene, rendered through, with the panel that belongs to it open. */
export async function openScene(
  { attributes = {}, snapshot, panel, view, measured = [], press = [], permission }: Scene,
  options: MountOptions = {},
): Promise<TestInterview> {
  const element = await mount({ ...options, attributes, ...(permission && { permission }) });
  element.double.measured = measured;
  // A language that is not built in has to arrive first.
  await until(() => deepAll(element, '[data-screen]').length > 0);
  await show(element, snapshot);
  if (view) {
    const call = deep(element, 'rendev-call', RendevCall);
    call.view = { ...call.view, ...view };
    await settled(element);
  }
  if (panel) {
    element.panel = panel;
    await settled(element);
    // Its element loads when it is first opened.
    if (panel === 'statistics') await until(() => deepAll(element, 'section h4').length > 0);
    await settled(element);
  }
  for (const selector of press) {
    deep(element, selector).click();
    await settled(element);
  }
  return element;
}
