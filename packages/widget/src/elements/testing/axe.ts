import type { AxeResults, RunOptions } from 'axe-core';
import { deepAll } from './mount.ts';

interface Axe {
  run(context: Element, options: RunOptions): Promise<AxeResults>;
}

let loaded: Promise<Axe> | undefined;

/** axe-core is no module: it comes as a script and names itself on the window. */
function load(): Promise<Axe> {
  loaded ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/node_modules/axe-core/axe.min.js';
    script.onload = () => {
      resolve((globalThis as unknown as { axe: Axe }).axe);
    };
    script.onerror = reject;
    document.head.append(script);
  });
  return loaded;
}

/** What WCAG 2.2 AA and good practice find wrong, one line each. */
export async function accessibilityFaults(element: Element): Promise<string[]> {
  const axe = await load();
  finishMotions(element);
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      // Rules about whole pages; the element is a part of one.
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** What still fades in is neither in its place nor in its colours. */
function finishMotions(element: Element): void {
  for (const part of deepAll(element, '*')) {
    for (const motion of part.getAnimations({ subtree: true })) {
      if (motion.effect?.getComputedTiming().endTime !== Infinity) motion.finish();
    }
  }
}
