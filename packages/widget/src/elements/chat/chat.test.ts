import { assert } from 'chai';
import type { ChatEntry } from '../../engine/session-snapshot.ts';
import { register } from '../../define/register.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { SELF_ID, chat, sent } from '../testing/snapshots.ts';
import { RendevChat } from './chat.ts';

let panel: RendevChat;
let session: SessionDouble;

const field = () => deep(panel, 'textarea', HTMLTextAreaElement);
const log = () => deep(panel, '[role=log]');

async function set(entries: readonly ChatEntry[], change: Parameters<typeof chat>[0] = {}) {
  panel.chat = chat({ entries, ...change });
  await panel.updateComplete;
}

function write(text: string) {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const SAFARI_ENTER: KeyboardEventInit = Object.fromEntries([['keyCode', 229]]);

/** @returns whether the browser would have gone on, that is: written a new line */
const press = (init: KeyboardEventInit) =>
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init }));

const many = (count: number) => Array.from({ length: count }, (_, n) => sent(n + 1, `line ${n}`));

describe('chat', () => {
  beforeEach(async () => {
    register('rendev-chat', RendevChat);
    session = new SessionDouble();
    panel = new RendevChat();
    const names = new Map([['remote-0001', '이지우']]);
    Object.assign(panel, { lang: 'ko', session, selfId: SELF_ID, chat: chat(), names });
    panel.style.setProperty('height', '360px');
    panel.style.setProperty('width', '320px');
    document.body.append(panel);
    await panel.updateComplete;
  });
  afterEach(() => {
    panel.remove();
  });

  it('sends by Enter and empties the field', () => {
    write('  안녕하세요 ');
    assert.isFalse(press({}));
    assert.deepEqual(session.last('sendMessage'), ['안녕하세요']);
    assert.equal(field().value, '');
  });

  it('does not send the Enter that ends a composition', () => {
    write('안녕');
    assert.isTrue(press({ isComposing: true }));
    // Safari: the composition is over already, only the key code tells.
    assert.isTrue(press(SAFARI_ENTER));
    assert.isUndefined(session.last('sendMessage'));
    assert.equal(field().value, '안녕');
  });

  it('writes a new line by Shift and Enter', () => {
    write('one');
    assert.isTrue(press({ shiftKey: true }));
    assert.isUndefined(session.last('sendMessage'));
  });

  it('sends nothing for blank text', () => {
    write('   \n ');
    press({});
    assert.isUndefined(session.last('sendMessage'));
  });

  it('keeps what is too long and says by how much', async () => {
    write('x'.repeat(2003));
    press({});
    await panel.updateComplete;
    assert.isUndefined(session.last('sendMessage'));
    assert.lengthOf(field().value, 2003);
    assert.include(deepText(panel), '3자를 줄여 주세요');
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
    assert.include(link.rel, 'noopener');
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
    const [again, discard] = deepAll(panel, '.failure button');
    again?.click();
    discard?.click();
    assert.deepEqual(session.last('retryMessage'), ['x']);
    assert.deepEqual(session.last('discardMessage'), ['x']);
  });

  it('shows what is being sent, and what was read', async () => {
    const sending = { status: 'sending', id: 'y', text: '가는 중', createdAt: 0 } as const;
    const readMarks = new Map([
      ['remote-0001', 1],
      [SELF_ID, 2],
    ]);
    await set([sent(1, 'a', true), sent(2, 'b', true), sending], { readMarks });
    const lines = deepAll(panel, 'li').map((line) => deepText(line));
    assert.include(lines[0], '읽음');
    assert.notInclude(lines[1], '읽음');
    assert.include(lines[2], '보내는 중');
  });

  it('follows the end, but keeps the place of one who reads back', async () => {
    await set(many(40));
    const atEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight < 2;
    assert.isTrue(atEnd());
    log().scrollTop = 100;
    await until(() => log().scrollTop === 100);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await set([...many(40), sent(41, 'new')]);
    assert.equal(log().scrollTop, 100);
    const offer = deep(panel, '.newer');
    assert.include(deepText(offer), '새 메시지');
    offer.click();
    await panel.updateComplete;
    assert.isTrue(atEnd());
    assert.isEmpty(deepAll(panel, '.newer'));
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
    write('draft');
    panel.hidden = true;
    await panel.updateComplete;
    panel.hidden = false;
    await panel.updateComplete;
    assert.equal(field().value, 'draft');
  });

  it('says who is typing, and tells others', async () => {
    await set([], { typing: ['remote-0001'] });
    assert.include(deepText(panel), '이지우 님이 입력하고 있습니다');
    write('a');
    assert.deepEqual(session.last('setTyping'), [true]);
    press({});
    assert.deepEqual(session.last('setTyping'), [false]);
  });
});
