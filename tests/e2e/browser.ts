import type {} from '@rendev/interview';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/**
 * A Chromium process of its own, with a fake camera and microphone.
 *
 * @param withoutArgs arguments of Playwright to leave out
 */
export function launchBrowser(
  extraArgs: readonly string[] = [],
  executablePath = CHROMIUM,
  withoutArgs: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [...ARGS, ...extraArgs],
    ignoreDefaultArgs: [...withoutArgs],
  });
}

declare global {
  /** Every peer connection that the page made, kept by the init script below. */
  var peerConnections: RTCPeerConnection[];
  /** Every track that the page captured. */
  var capturedTracks: MediaStreamTrack[];
}

/** Keeps hold of what only the page's own code would see. */
function watchMedia(): void {
  globalThis.peerConnections = [];
  globalThis.capturedTracks = [];
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      globalThis.peerConnections.push(this);
    }
  };
  // Firefox has none on the blank page that a tab starts with.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    globalThis.capturedTracks.push(...stream.getTracks());
    return stream;
  };
}

export interface Visitor {
  readonly page: Page;
  /** Uncaught exceptions of the page. */
  readonly errors: string[];
}

export async function newVisitor(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visitor & { readonly context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    ...options,
  });
  return { ...(await newTab(context)), context };
}

async function newTab(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(watchMedia);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  return { page, errors };
}
