import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { chatTerms } from '../../locales/chat-terms.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { sent } from '../testing/snapshots.ts';
import { chatPreferences, setChatPreferences } from './chat-preferences.ts';
import { RendevChatSettings } from './chat-settings.ts';
import { tellOfNews } from './tell-of-news.ts';

/** Stands in for the browser's, which asks a person. */
class NoticeDouble extends EventTarget {
  static permission: NotificationPermission = 'default';
  static answer: NotificationPermission = 'granted';
  static asked = 0;
  static readonly shown: NoticeDouble[] = [];
  static requestPermission() {
    NoticeDouble.asked += 1;
    NoticeDouble.permission = NoticeDouble.answer;
    return Promise.resolve(NoticeDouble.answer);
  }
  readonly title: string;
  readonly body: string;
  closed = false;
  onclose: (() => void) | null = null;
  constructor(title: string, { body = '' }: NotificationOptions = {}) {
    super();
    this.title = title;
    this.body = body;
    NoticeDouble.shown.push(this);
  }
  close() {
    this.closed = true;
    this.onclose?.();
  }
}

let settings: RendevChatSettings;
const real = Object.getOwnPropertyDescriptor(globalThis, 'Notification');
const opener = () => deep(settings, '.opener');
const switches = () => deepAll(settings, '[role=switch]');
const checked = () => switches().map((one) => one.ariaChecked);
const see = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('chat settings', () => {
  beforeEach(async () => {
    localStorage.clear();
    NoticeDouble.permission = 'default';
    NoticeDouble.answer = 'granted';
    NoticeDouble.asked = 0;
    NoticeDouble.shown.length = 0;
    Object.defineProperty(globalThis, 'Notification', { value: NoticeDouble, configurable: true });
    register('rendev-chat-settings', RendevChatSettings);
    settings = new RendevChatSettings();
    Object.assign(settings, { lang: 'ko', session: new SessionDouble() });
    document.body.append(settings);
    await settings.updateComplete;
  });
  afterEach(() => {
    settings.remove();
    localStorage.clear();
    if (real) Object.defineProperty(globalThis, 'Notification', real);
    Reflect.deleteProperty(document, 'visibilityState');
  });

  async function open() {
    opener().click();
    await settings.updateComplete;
  }

  it('has everything off until it is asked for, and remembers it', async () => {
    assert.deepEqual(chatPreferences(), { sound: false, notice: false });
    await open();
    assert.deepEqual(checked(), ['false', 'false']);
    switches()[0]?.click();
    await settings.updateComplete;
    assert.deepEqual(checked(), ['true', 'false']);
    assert.deepEqual(chatPreferences(), { sound: true, notice: false });
    assert.equal(NoticeDouble.asked, 0);
  });

  it('asks the browser for notices on the click', async () => {
    await open();
    switches()[1]?.click();
    await until(() => checked()[1] === 'true');
    assert.equal(NoticeDouble.asked, 1);
    assert.isTrue(chatPreferences().notice);
  });

  it('says what to do when the browser refuses', async () => {
    NoticeDouble.answer = 'denied';
    await open();
    switches()[1]?.click();
    await until(() => deepText(settings).includes('브라우저가 알림을 막고 있어요.'));
    assert.equal(checked()[1], 'false');
    assert.isFalse(chatPreferences().notice);
  });

  it('closes by Escape, and gives the focus back', async () => {
    await open();
    assert.equal(opener().ariaExpanded, 'true');
    const first = switches()[0];
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settings.updateComplete;
    assert.isEmpty(switches());
    assert.isTrue(opener().matches(':focus'));
  });

  it('shows a notice while the page is hidden, and takes it back when it is seen', () => {
    const one = sent(1, '안녕하세요');
    const messages = one.status === 'sent' ? [one.message] : [];
    const tell = () => tellOfNews({ messages, failed: false }, chatTerms('ko'), null);
    NoticeDouble.permission = 'granted';
    see('hidden');
    tell();
    assert.isEmpty(NoticeDouble.shown);
    setChatPreferences({ notice: true });
    see('visible');
    tell();
    assert.isEmpty(NoticeDouble.shown);
    see('hidden');
    tell();
    const [notice] = NoticeDouble.shown;
    assert.equal(notice?.title, '이지우');
    assert.equal(notice?.body, '안녕하세요');
    assert.isFalse(notice?.closed);
    see('visible');
    assert.isTrue(NoticeDouble.shown[0]?.closed);
  });
});
