import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { type Demo, startDemo } from '../../scripts/demo/demo.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { decodesFrames } from './media.ts';
import { reaches } from './room.ts';

/** `npm run pictures` writes them to docs/images, where README.md shows them. */
const FOLDER = process.env['RENDEV_PICTURES'] ?? 'test-results/pictures';

const WORDS = {
  ko: {
    enter: '인터뷰 입장',
    join: '입장하기',
    chat: '채팅',
    field: '메시지',
    lines: [
      '안녕하세요, 만나서 반갑습니다.',
      '반갑습니다! 포트폴리오 링크 드릴게요. https://example.com/portfolio',
    ],
  },
  en: {
    enter: /^Enter/,
    join: /^Join/,
    chat: /^Chat/,
    field: /^Message/,
    lines: [
      'Hello, nice to meet you.',
      'Likewise. Here is my portfolio: https://example.com/portfolio',
    ],
  },
} as const;

describe('the pictures of README.md', () => {
  let browser: Browser;
  before(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const lang of ['ko', 'en'] as const) {
    it(`shows a call with chat (${lang})`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'rendev-pictures-'));
      const options = { port: 0, serverPort: 0, lang, synthetic: true, folder };
      const demo: Demo = await startDemo(options);
      try {
        const words = WORDS[lang];
        const enterCall = async (link: string): Promise<Page> => {
          const { page } = await newVisitor(browser, { viewport: { width: 1280, height: 720 } });
          await page.goto(link);
          await page.getByRole('button', { name: words.enter }).click();
          await reaches(page, 'lobby');
          await page.getByRole('button', { name: words.join }).click();
          await reaches(page, 'in-call');
          await page.getByRole('button', { name: words.chat }).first().click();
          return page;
        };
        const pages = [
          await enterCall(demo.interviewerUrl),
          await enterCall(demo.candidateUrl),
        ] as const;
        await Promise.all(pages.map((page) => decodesFrames(page)));
        for (const [index, text] of words.lines.entries()) {
          const field = pages[index === 0 ? 0 : 1].getByRole('textbox', { name: words.field });
          await field.fill(text);
          await field.press('Enter');
          for (const page of pages) await page.getByText(text.slice(0, 12)).first().waitFor();
        }
        const name = lang === 'ko' ? 'call.ko.png' : 'call.png';
        const picture = await pages[0].screenshot({ path: join(FOLDER, name) });
        assert.ok(picture.length > 20_000, 'the picture is not empty');
      } finally {
        await demo.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
