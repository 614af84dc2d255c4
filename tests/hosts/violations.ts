import type { Frame, Page } from 'playwright-core';

declare global {
  /** What the page's policy has stopped, kept by the init script below. */
  var policyViolations: string[];
}

/** Has the page keep each violation of its Content Security Policy. Before it is opened. */
export async function watchViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.policyViolations = [];
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
        policyViolations.push(`${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`);
      },
      true,
    );
  });
}

export const violationsOf = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => policyViolations);
