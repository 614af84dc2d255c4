import type { ChatMessage } from '@rendev/interview-protocol';

/** A chat as the benchmark handles it. */
export interface ChatPage {
  readonly log: HTMLElement;
  readonly field: HTMLTextAreaElement;
  /** A message of another person arrives. */
  receive(): void;
}

export interface ChatBench {
  /** Until the chat with its messages is drawn, ms. */
  open(count: number): Promise<number>;
  /** To the first message and back to the last, some screens a frame, as a hard push does. */
  scrollThrough(): Promise<void>;
  /** Characters are typed by the caller meanwhile. */
  startTyping(receiveEveryMs: number): void;
  stopTyping(): void;
}

declare global {
  var chatBench: ChatBench;
}

const WORDS =
  '안녕하세요 반갑습니다 이번 프로젝트 에서 맡은 역할 을 설명 해 주세요 thanks for the link'.split(
    ' ',
  );
const SCREENS_PER_FRAME = 2;

/** Of one to forty words; each tenth has a link. */
export function messages(count: number): ChatMessage[] {
  return Array.from({ length: count }, (_, n) => {
    const words = Array.from(
      { length: 1 + ((n * 7) % 40) },
      (__, w) => WORDS[(n + w * 3) % WORDS.length],
    );
    const link = n % 10 === 0 ? ` https://example.com/page/${n}` : '';
    return {
      id: `00000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`,
      seq: n + 1,
      from: n % 3 === 0 ? 'self-0001' : 'remote-0001',
      name: n % 3 === 0 ? '김민수' : '이지우',
      text: words.join(' ') + link,
      sentAt: new Date(Date.UTC(2030, 4, 14) + n * 20_000).toISOString(),
    };
  });
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Offers a chat to the benchmark, which drives it from outside. */
export function chatBench(open: (count: number) => Promise<ChatPage>): void {
  let page: ChatPage;
  let arriving = 0;
  globalThis.chatBench = {
    async open(count) {
      const start = performance.now();
      page = await open(count);
      await frame();
      await frame();
      return performance.now() - start;
    },
    async scrollThrough() {
      const { log } = page;
      const step = log.clientHeight * SCREENS_PER_FRAME;
      // At either end more may come: it is the end only if it still is a few frames later.
      for (let atTop = 0; atTop < 10;) {
        log.scrollTop -= step;
        await frame();
        atTop = log.scrollTop === 0 ? atTop + 1 : 0;
      }
      for (let atEnd = 0; atEnd < 10;) {
        log.scrollTop += step;
        await frame();
        atEnd = log.scrollTop + log.clientHeight < log.scrollHeight - 2 ? 0 : atEnd + 1;
      }
    },
    startTyping(receiveEveryMs) {
      page.field.focus();
      arriving = window.setInterval(() => {
        page.receive();
      }, receiveEveryMs);
    },
    stopTyping() {
      clearInterval(arriving);
    },
  };
}
