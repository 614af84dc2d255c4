import { assert } from 'chai';
import type { ChatEntry } from '../../engine/session-snapshot.ts';
import { register } from '../../define/register.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { SELF_ID, chat, inCall, sent } from '../testing/snapshots.ts';
import { RendevChat } from './chat.ts';

let panel: RendevChat;
let session: SessionDouble;
let said: string[];

const log = () => deep(panel, '[role=log]');
const lines = () => deepAll(panel, '.line');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const atEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight < 2;

async function set(entries: readonly ChatEntry[], change: Parameters<typeof chat>[0] = {}) {
  panel.chat = chat({ entries, ...change });
  await panel.updateComplete;
}

/** As a person scrolls: the element hears of it in the next frame. */
async function scrollTo(top: number) {
  log().scrollTop = top;
  await frame();
  await frame();
  await panel.updateComplete;
}

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => sent(n + 1, `line ${n + 1}`));
const key = (target: Element, init: KeyboardEventInit) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

describe('chat', () => {
  beforeEach(async () => {
    register('rendev-chat', RendevChat);
    sessionStorage.clear();
    session = new SessionDouble(inCall());
    said = [];
    panel = new RendevChat();
    const names = new Map([['remote-0001', '이지우']]);
    Object.assign(panel, { lang: 'ko', session, selfId: SELF_ID, chat: chat(), names });
    panel.addEventListener('rendev-announce', (event) => {
      if (event instanceof CustomEvent) said.push(String(event.detail));
    });
    panel.style.setProperty('height', '360px');
    panel.style.setProperty('width', '320px');
    document.body.append(panel);
    await panel.updateComplete;
  });
  afterEach(() => {
    panel.remove();
  });

  it('shows text as text, and web addresses as safe links', async () => {
    const text =
      '<b onclick=alert(1)>굵게</b> https://example.com/a?b=<c>. (http://x.org) javascript:alert(1)';
    await set([sent(1, text)]);
    assert.include(deepText(panel), text);
    assert.isEmpty(deepAll(panel, 'b'));
    const links = deepAll(panel, '.bubble a').map((link) => link.getAttribute('href'));
    assert.deepEqual(links, ['https://example.com/a?b=', 'http://x.org']);
    const link = deep(panel, '.bubble a', HTMLAnchorElement);
    assert.equal(link.target, '_blank');
    assert.sameMembers(link.rel.split(' '), ['noopener', 'noreferrer', 'nofollow']);
  });

  it('tells where an address leads that looks like another', async () => {
    await set([sent(1, 'https://аррle.com')]);
    assert.include(deepText(panel), 'https://аррle.com (xn--le-6kc8da.com)');
  });

  it('keeps failed messages, to send again or to discard', async () => {
    const failed = {
      status: 'failed',
      id: 'x',
      text: '보낼 말',
      createdAt: 0,
      code: 'timeout',
    } as const;
    await set([failed]);
    assert.include(deepText(panel), '보내지 못했습니다');
    assert.deepEqual(said, ['메시지를 보내지 못했습니다.']);
    const [again, discard] = deepAll(panel, '.failure button');
    again?.click();
    discard?.click();
    assert.deepEqual(session.last('retryMessage'), ['x']);
    assert.deepEqual(session.last('discardMessage'), ['x']);
  });

  it('shows what is being sent, what arrived, and what was read', async () => {
    const sending = { status: 'sending', id: 'y', text: '가는 중', createdAt: 0 } as const;
    const readMarks = new Map([
      ['remote-0001', 1],
      [SELF_ID, 3],
    ]);
    const deliveredMarks = new Map([['remote-0001', 2]]);
    const own = [sent(1, 'a', true), sent(2, 'b', true), sent(3, 'c', true)];
    await set([...own, sending], { readMarks, deliveredMarks });
    const words = ['읽음', '전달됨', '보냄', '보내는 중'];
    for (const [place, word] of words.entries()) {
      const text = deepText(lines()[place] ?? panel);
      for (const other of words) assert.equal(text.includes(other), other === word, text);
    }
  });

  it('says what is new, and counts what comes at once', async () => {
    await set([sent(1, '첫째'), sent(2, '내 말', true)]);
    assert.deepEqual(said, ['이지우 님의 메시지: 첫째']);
    await set(many(10));
    assert.deepEqual(said.slice(1), ['새 메시지 8개가 있습니다.']);
    assert.equal(log().getAttribute('aria-live'), 'off');
  });

  it('follows the end, but keeps the place of one who reads back', async () => {
    await set(many(40));
    assert.isTrue(atEnd());
    await scrollTo(100);
    await set([...many(40), sent(41, 'new')]);
    assert.equal(log().scrollTop, 100);
    const offer = deep(panel, '.newer');
    assert.include(deepText(offer), '새 메시지 1개');
    offer.click();
    await panel.updateComplete;
    assert.isTrue(atEnd());
    assert.isEmpty(deepAll(panel, '.newer'));
  });

  it('stays at the end when there is less room', async () => {
    await set(many(40));
    panel.style.setProperty('height', '240px');
    await until(atEnd);
    assert.isEmpty(deepAll(panel, '.newer'));
  });

  it('has the earlier of many messages when they are about to be seen, in their place', async () => {
    await set(many(5_000));
    const first = lines().length;
    assert.isAtMost(first, 100);
    const seen = lines()[2];
    const top = () => seen?.getBoundingClientRect().top ?? NaN;
    log().scrollTop = 60;
    const before = top();
    await until(() => lines().length > first);
    await panel.updateComplete;
    await frame();
    assert.approximately(top(), before, 2);
    const oldest = lines()[0];
    deep(panel, '.earlier').click();
    await until(() => deepAll(panel, '.line:focus').length === 1);
    const focused = lines().findIndex((line) => line.matches(':focus'));
    assert.isTrue(lines()[focused + 1] === oldest);
    await scrollTo(log().scrollHeight);
    assert.isTrue(atEnd());
  });

  it('shows every message of a long conversation on the way up and down, a few hundred at a time', async () => {
    const count = 1_000;
    await set(many(count));
    const ids = () => lines().map((line) => line.dataset['id'] ?? '');
    const inSight = () => {
      const { top, bottom } = log().getBoundingClientRect();
      return lines().filter((line) => {
        const box = line.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
    };
    /** Screen by screen until nothing comes any more; what was seen, and most that were there at once. */
    const scroll = async (direction: 1 | -1, end: () => boolean) => {
      const look = () => inSight().map((line) => line.dataset['id'] ?? '');
      const seen = new Set(look());
      let most = 0;
      while (!end()) {
        log().scrollTop += direction * log().clientHeight * 0.8;
        await frame();
        await frame();
        for (const id of look()) seen.add(id);
        most = Math.max(most, lines().length);
      }
      return { seen, most };
    };
    const first = panel.chat?.entries[0]?.id;
    const up = await scroll(-1, () => log().scrollTop === 0 && ids()[0] === first);
    assert.equal(up.seen.size, count);
    assert.isAtMost(up.most, 300);
    const down = await scroll(1, () => deepAll(panel, '.newer').length === 0);
    assert.equal(down.seen.size, count);
    assert.isAtMost(down.most, 300);
  }).timeout(60_000);

  it('does not touch the messages that are there when one comes', async () => {
    await set(many(80));
    const kept = lines().slice(0, 50);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    for (const line of kept) {
      observer.observe(line, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    }
    await set([...(panel.chat?.entries ?? []), sent(81, 'new')]);
    await frame();
    assert.equal(changes, 0);
    assert.equal(lines().at(-81) === kept[0], true);
  });

  it('copies a message', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => (copied.push(text), Promise.resolve()) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await set([sent(1, '하나'), sent(2, '  둘 https://a.kr/b를\n셋')]);
    assert.isEmpty(deepAll(panel, '.copy'));
    log().focus();
    key(log(), { key: 'ArrowUp' });
    await panel.updateComplete;
    deep(panel, '.copy').click();
    await until(() => copied.length === 1);
    key(lines()[1] ?? log(), { key: 'ArrowUp' });
    await panel.updateComplete;
    key(lines()[0] ?? log(), { key: 'c', code: 'KeyC', ctrlKey: true });
    await until(() => copied.length === 2);
    assert.deepEqual(copied, ['  둘 https://a.kr/b를\n셋', '하나']);
    assert.include(said, '메시지를 복사했습니다.');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('unfolds a long message', async () => {
    await set([sent(1, `${'긴 말 '.repeat(300)}끝`)]);
    assert.notInclude(deepText(panel), '끝');
    const more = deep(panel, '[aria-expanded=false]');
    assert.equal(deepText(more), '더 보기');
    more.click();
    await panel.updateComplete;
    assert.include(deepText(panel), '끝');
    assert.equal(deepText(deep(panel, '[aria-expanded=true]')), '접기');
  });

  it('marks as read what is seen, and nothing while it is closed', async () => {
    panel.hidden = true;
    await set(many(3), { unread: 3 });
    assert.isUndefined(session.last('markRead'));
    panel.hidden = false;
    await panel.updateComplete;
    assert.deepEqual(session.last('markRead'), [3]);
  });

  it('keeps a draft while it is closed', async () => {
    deep(panel, 'textarea', HTMLTextAreaElement).value = 'draft';
    panel.hidden = true;
    await panel.updateComplete;
    panel.hidden = false;
    await panel.updateComplete;
    assert.equal(deep(panel, 'textarea', HTMLTextAreaElement).value, 'draft');
  });

  it('says who is typing', async () => {
    await set([], { typing: ['remote-0001'] });
    await frame();
    assert.include(deepText(panel), '이지우 님이 입력하고 있습니다');
  });
});
