import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, firefox } from 'playwright-core';

const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';

const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  // 1 allows: the page is told so, and has nothing to explain.
  'permissions.default.camera': 1,
  'permissions.default.microphone': 1,
};

/**
 * A Firefox process of its own with a fake camera and microphone, on a screen that nobody sees:
 * without one it has nothing to share. The screen goes when the browser does.
 */
export async function launchFirefox(): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath: FIREFOX,
    headless: false,
    env: { ...process.env, DISPLAY: await openScreen() },
    firefoxUserPrefs: PREFERENCES,
  });
  leaveOutUnknown(browser);
  return browser;
}

/** @returns its name for X11 clients */
async function openScreen(): Promise<string> {
  const args = ['-displayfd', '1', '-screen', '0', '1280x720x24', '-nolisten', 'tcp', '-terminate'];
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const failed = once(screen, 'exit').then(() => {
    throw new Error('Xvfb did not start');
  });
  failed.catch(() => undefined);
  const [number] = (await Promise.race([once(screen.stdout, 'data'), failed])) as [Buffer];
  // It outlives nothing, and nothing waits for it.
  screen.unref();
  return `:${number.toString().trim()}`;
}

interface BidiSession {
  send(command: string, parameters: unknown): Promise<unknown>;
}

/**
 * Playwright keeps up with the newest Firefox alone, and sends for each context a command of WebDriver
 * BiDi that an extended support release does not know. Nothing here needs what it sets.
 */
function leaveOutUnknown(browser: Browser): void {
  const inside = browser as unknown as {
    readonly _connection: { toImpl(of: Browser): { readonly _browserSession: BidiSession } };
  };
  const session = inside._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (command, parameters) =>
    command === 'emulation.setMediaFeaturesOverride'
      ? Promise.resolve({})
      : send(command, parameters);
}
