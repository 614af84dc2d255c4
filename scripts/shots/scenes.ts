import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type {} from './scenes-page.ts';

export const LANGUAGES = ['ko', 'en', 'ar'] as const;
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Any address does: the browser is given the page without asking a server. */
const ADDRESS = 'http://localhost/scenes';
const STYLE = `
  body { margin: 0; font-family: 'Noto Sans CJK KR', sans-serif }
  rendev-test-interview { width: 100% !important; height: 100dvh !important }`;

/** Every screen of the widget in every state, as one script for a page. */
export async function bundleScenes(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['scripts/shots/scenes-page.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['rendev-source'],
    tsconfig: 'packages/widget/tsconfig.json',
    logLevel: 'error',
  });
  const script = outputFiles[0]?.text;
  if (script === undefined) throw new Error('esbuild wrote nothing');
  return script;
}

/** A page of a context of its own, in which {@link showScene} shows what the script has. */
export async function openScenesPage(
  browser: Browser,
  script: string,
  options: BrowserContextOptions,
  style = '',
): Promise<Page> {
  const context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // The samples are of 2030; the clock of the machine would show in the countdown.
  await page.clock.setFixedTime('2030-05-14T05:03:00.000Z');
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/scenes.js') {
      return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    }
    if (pathname.startsWith('/node_modules/axe-core/'))
      return route.fulfill({ path: `.${pathname}` });
    if (pathname !== '/scenes') return route.abort();
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ko"><title>Scenes</title><style>${STYLE}${style}</style>
        <script type="module" src="/scenes.js"></script></html>`,
    });
  });
  await page.goto(ADDRESS);
  await page.waitForFunction(() => 'scenesPage' in globalThis);
  return page;
}

export const sceneNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => scenesPage.names);

export async function showScene(
  page: Page,
  name: string,
  lang: string,
  theme: Theme,
): Promise<void> {
  await page.evaluate(([name, lang, theme]) => scenesPage.open(name, lang, theme), [
    name,
    lang,
    theme,
  ] as const);
}
