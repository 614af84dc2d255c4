import { type InApp, inAppOf } from './in-app-of.ts';

export type System = 'windows' | 'macos' | 'ios' | 'android' | 'other';
export type Browser = 'chrome' | 'edge' | 'samsung' | 'firefox' | 'safari' | 'other';
/** What the page runs in, as far as remedies differ. */
export interface Platform {
  readonly system: System;
  readonly browser: Browser;
  /** `null` in a browser of its own. */
  readonly inApp: InApp | null;
}

/**
 * Read from what browsers say of themselves: no other interface tells where a person finds a setting.
 *
 * @param touchPoints `navigator.maxTouchPoints`: an iPad calls itself a Mac, which has none
 */
export function platformOf(userAgent: string, touchPoints = 0): Platform {
  return {
    system: systemOf(userAgent, touchPoints),
    browser: browserOf(userAgent),
    inApp: inAppOf(userAgent),
  };
}

export const platform = (): Platform => platformOf(navigator.userAgent, navigator.maxTouchPoints);

function systemOf(agent: string, touchPoints: number): System {
  if (/iPhone|iPad|iPod/.test(agent)) return 'ios';
  if (agent.includes('Android')) return 'android';
  if (agent.includes('Windows')) return 'windows';
  if (agent.includes('Macintosh')) return touchPoints > 1 ? 'ios' : 'macos';
  return 'other';
}

/** The order matters: most of them name those before them too. */
function browserOf(agent: string): Browser {
  if (/Edg(e|A|iOS)?\//.test(agent)) return 'edge';
  if (agent.includes('SamsungBrowser/')) return 'samsung';
  if (/Firefox\/|FxiOS\//.test(agent)) return 'firefox';
  if (/Chrome\/|Chromium\/|CriOS\//.test(agent)) return 'chrome';
  return agent.includes('Safari/') ? 'safari' : 'other';
}
