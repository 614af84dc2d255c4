/** `npm run bench:ui`: scrolling through and typing into a chat of 5,000 messages. */
import { parseArgs } from 'node:util';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { startPageServer } from '../support/page-server.ts';
import { inMs, median, printTable, ratio } from '../support/table.ts';
import { type LongestTask, longestTask } from './longest-task.ts';

const MESSAGES = 5_000;
const TYPED =
  '안녕하세요, 면접에 시간을 내 주셔서 감사합니다. The link to my portfolio is ab.'.repeat(2);
const CHARACTERS = 60;
const KEY_MS = 60;
const RECEIVE_EVERY_MS = 250;
const TO_REACH = '<= 50 ms';

interface Run {
  readonly openMs: number;
  readonly scrolling: LongestTask;
  readonly typing: LongestTask;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);
const pages = await startPageServer(['chat', 'chat-simple']);
try {
  const ours: Run[] = [];
  const simple: Run[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await measure('chat'));
    simple.push(await measure('chat-simple'));
  }
  const row = (name: string, of: (run: Run) => number, reach: string): string[] => {
    const [our, other] = [median(ours.map(of)), median(simple.map(of))];
    return [name, inMs(our), inMs(other), ratio(our, other), reach];
  };
  printTable(`A chat of ${MESSAGES} messages, median of ${runs} runs`, [
    ['', 'ours', 'one keyed list', 'ratio', 'to reach'],
    row('until it is drawn', ({ openMs }) => openMs, ''),
    row('longest frame, scrolling, CPU', ({ scrolling }) => scrolling.cpuMs, TO_REACH),
    row('longest frame, scrolling', ({ scrolling }) => scrolling.wallMs, TO_REACH),
    row('longest frame, typing, CPU', ({ typing }) => typing.cpuMs, TO_REACH),
    row('longest frame, typing', ({ typing }) => typing.wallMs, TO_REACH),
  ]);
} finally {
  await pages.close();
}

async function measure(name: string): Promise<Run> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.goto(`${pages.url}/${name}`);
    await page.waitForFunction(() => 'chatBench' in globalThis);
    const openMs = await page.evaluate((count) => globalThis.chatBench.open(count), MESSAGES);
    const typing = await longestTask(browser, page, async () => {
      await page.evaluate((every) => {
        globalThis.chatBench.startTyping(every);
      }, RECEIVE_EVERY_MS);
      await page.keyboard.type(TYPED.slice(0, CHARACTERS), { delay: KEY_MS });
      await page.evaluate(() => {
        globalThis.chatBench.stopTyping();
      });
    });
    const scrolling = await longestTask(browser, page, () =>
      page.evaluate(() => globalThis.chatBench.scrollThrough()),
    );
    return { openMs, typing, scrolling };
  } finally {
    await browser.close();
  }
}
