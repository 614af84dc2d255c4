import type { Platform } from '../../locales/platform.ts';

/**
 * The address that opens a page in the person's own browser, out of the app that shows it; `null`
 * where none is known. KakaoTalk and LINE have their own ways, and Android takes an `intent:` address
 * (Chrome for Developers, "Android Intents with Chrome").
 *
 * @param page address of the page, with the code in its fragment if the person's link carried it
 */
export function wayOut({ inApp, system }: Platform, page: string): string | null {
  const address = new URL(page);
  if (inApp === null || !/^https?:$/.test(address.protocol)) return null;
  if (inApp === 'kakaotalk') {
    return `kakaotalk://web/openExternal?url=${encodeURIComponent(page)}`;
  }
  if (inApp === 'line') {
    address.searchParams.set('openExternalBrowser', '1');
    return address.href;
  }
  if (system !== 'android') return null;
  const scheme = address.protocol.slice(0, -1);
  const rest = address.href.slice(address.protocol.length);
  return `intent:${rest}#Intent;scheme=${scheme};action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end`;
}
