import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { VERSION } from '../../version.ts';
import {
  type TestInterview,
  deep,
  deepText,
  mount,
  settled,
  show,
  unmountAll,
} from '../testing/mount.ts';
import {
  emptySnapshot,
  inCall,
  lobby,
  participant,
  remote,
  sent,
  chat,
} from '../testing/snapshots.ts';
import { RendevInterview } from './interview.ts';

const IN_LOBBY = emptySnapshot({ state: lobby() });

describe('<rendev-interview> in a page', () => {
  afterEach(unmountAll);

  describe('focus and speech', () => {
    const focused = (root: Element): Element | null => {
      const active = root.shadowRoot?.activeElement ?? null;
      return active?.shadowRoot?.activeElement ? focused(active) : active;
    };
    const said = (element: TestInterview) =>
      element.renderRoot.querySelector('[role=status]')?.textContent.trim() ?? '';

    it('goes to the heading of a new screen for a person who is at work here', async () => {
      const element = await mount();
      deep(element, '#code').focus();
      await show(element, IN_LOBBY);
      assert.equal(focused(element)?.localName, 'h2');
      await show(element, inCall());
      assert.equal(focused(element)?.localName, 'h2');
    });

    it('is not taken from the rest of the page; the heading is said instead', async () => {
      const element = await mount();
      const elsewhere = document.createElement('input');
      document.body.append(elsewhere);
      elsewhere.focus();
      await show(element, IN_LOBBY);
      assert.isTrue(document.activeElement === elsewhere);
      assert.equal(said(element), '준비되셨나요?');
      elsewhere.remove();
    });

    it('says who comes, goes, mutes, shares and waits', async () => {
      const element = await mount();
      const call = inCall({ self: participant({ role: 'interviewer' }) });
      await show(element, call);
      const next = async (participants: (typeof call)['participants']) => {
        element.double.set({ participants });
        await settled(element);
        return said(element);
      };
      const other = remote({ id: 'other', name: '박서준' });
      assert.equal(await next([remote(), other]), '박서준 님이 들어왔습니다.');
      const media = { microphone: false, camera: true, screen: true };
      assert.equal(
        await next([remote({ media }), other]),
        '이지우 님이 마이크를 껐습니다. 이지우 님이 화면을 공유하고 있습니다.',
      );
      assert.equal(await next([remote({ media })]), '박서준 님이 나갔습니다.');
      const waiting = { ...other, admitted: false };
      assert.equal(
        await next([remote({ media }), waiting]),
        '박서준 님이 승낙을 기다리고 있습니다.',
      );
    });

    it('says a message, whether the chat is open or closed', async () => {
      const element = await mount();
      await show(element, inCall());
      element.double.set({ chat: chat({ entries: [sent(1, '안녕하세요')] }) });
      await settled(element);
      assert.equal(said(element), '이지우 님의 메시지: 안녕하세요');
      await element.toggleChat(true);
      element.double.set({ chat: chat({ entries: [sent(1, '안녕하세요'), sent(2, '네')] }) });
      await settled(element);
      assert.equal(said(element), '이지우 님의 메시지: 네');
    });
  });

  describe('in a page', () => {
    it('takes nothing of the page but its font', async () => {
      const style = document.createElement('style');
      style.textContent = `* { color: red; letter-spacing: 9px; text-transform: uppercase }
        body { font-family: monospace }`;
      document.head.append(style);
      const element = await mount();
      const seen = getComputedStyle(deep(element, 'h2'));
      assert.equal(seen.letterSpacing === '9px', false);
      assert.equal(seen.textTransform, 'none');
      assert.notEqual(seen.color, 'rgb(255, 0, 0)');
      assert.equal(seen.fontFamily, 'monospace');
      style.remove();
    });

    it('can be themed by custom properties and parts', async () => {
      const style = document.createElement('style');
      style.textContent = `rendev-test-interview { --rendev-accent: rgb(1, 2, 3) }
        rendev-test-interview::part(title) { font-size: 40px }`;
      document.head.append(style);
      const element = await mount();
      assert.include(getComputedStyle(deep(element, '.primary')).backgroundImage, 'rgb(1, 2, 3)');
      assert.equal(getComputedStyle(deep(element, 'h2')).fontSize, '40px');
      style.remove();
    });

    it('follows its theme, also when it is set as a property', async () => {
      const element = await mount({ theme: 'light' });
      const canvas = () => getComputedStyle(deep(element, '.frame')).backgroundColor;
      const light = canvas();
      element.theme = 'dark';
      await settled(element);
      assert.notEqual(canvas(), light);
    });

    it('changes its language in place', async () => {
      const element = await mount({ lang: 'ko' });
      assert.include(deepText(element), '인터뷰 입장');
      element.lang = 'en-GB';
      await settled(element);
      assert.include(deepText(element), 'Enter the interview');
      assert.equal(deep(element, '.frame').lang, 'en');
    });

    it('speaks English where it has no translation', async () => {
      const element = await mount();
      element.lang = 'fr';
      await settled(element);
      assert.include(deepText(element), 'Enter the interview');
    });

    it('shows what the page puts on the last screen', async () => {
      const element = await mount();
      const own = document.createElement('p');
      own.slot = 'ended';
      own.textContent = 'own words';
      element.append(own);
      const end = { reason: 'left', durationMs: 0, canRejoin: false, word: null } as const;
      const state = { name: 'ended', ...end } as const;
      await show(element, emptySnapshot({ state }));
      assert.isAbove(own.getBoundingClientRect().height, 0);
    });
  });

  describe('registered twice', () => {
    const warnings: string[] = [];
    const { warn } = console;
    beforeEach(() => {
      warnings.length = 0;
      console.warn = (text: string) => warnings.push(text);
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('keeps the first in silence where both are the same version', () => {
      register('rendev-twice', class extends RendevInterview {});
      register('rendev-twice', class extends RendevInterview {});
      assert.isEmpty(warnings);
    });

    it('names both where they are not', () => {
      register('rendev-other', class extends RendevInterview {});
      register(
        'rendev-other',
        class extends RendevInterview {
          static override readonly version = '9.9.9';
        },
      );
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], VERSION);
      assert.include(warnings[0], '9.9.9');
    });
  });
});
