import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import { register } from '../../define/register.ts';
import { setDefaultServer } from '../../default-server.ts';
import type { RendevInterviewEventMap } from '../../events/interview-events.ts';
import { VERSION } from '../../version.ts';
import {
  type TestInterview,
  deep,
  deepAll,
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

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error instanceof RendevError ? error.code : error;
  }
  return 'nothing was thrown';
}

const inLobby = emptySnapshot({ state: lobby() });

describe('<rendev-interview>', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
    location.hash = '';
  });

  describe('its session', () => {
    it('ends when the element is removed, and a new one begins when it comes back', async () => {
      const element = await mount();
      const [first] = element.doubles;
      element.remove();
      assert.isDefined(first);
      assert.isFalse(first.disposed, 'not before the task is over');
      await Promise.resolve();
      assert.isTrue(element.doubles[0]?.disposed);
      document.body.append(element);
      await settled(element);
      assert.lengthOf(element.doubles, 2);
      assert.isFalse(element.double.disposed);
    });

    it('survives a move in one task', async () => {
      const element = await mount();
      await show(element, inCall());
      const box = document.createElement('div');
      document.body.append(box);
      box.append(element);
      await settled(element);
      assert.lengthOf(element.doubles, 1);
      assert.isFalse(element.double.disposed);
      assert.equal(element.state, 'in-call');
      box.remove();
    });

    it('is a new one for another server before entering, and the same one inside', async () => {
      const element = await mount({ attributes: { server: 'https://a.example' } });
      element.server = 'https://b.example';
      await element.enter('AB12CD34');
      assert.lengthOf(element.doubles, 2);
      assert.isDefined(element.double.last('enter'));
      await show(element, inCall());
      element.server = 'https://c.example';
      await settled(element);
      assert.lengthOf(element.doubles, 2);
    });

    it('begins as the attributes say', async () => {
      setDefaultServer('https://default.example');
      const element = await mount({ attributes: { camera: 'off' } });
      assert.deepEqual(element.opened, [
        { server: 'https://default.example', microphone: true, camera: false },
      ]);
    });
  });

  describe('entering', () => {
    it('enters by itself with a ticket', async () => {
      const element = await mount({ attributes: { ticket: 'abc' } });
      assert.deepEqual(element.double.last('enter'), [{ ticket: 'abc' }]);
    });

    it('enters by itself with a code and a name', async () => {
      const element = await mount({ attributes: { code: 'AB12CD34', name: '김민수' } });
      assert.deepEqual(element.double.last('enter'), [{ code: 'AB12CD34', name: '김민수' }]);
    });

    it('fills in the code of the fragment without entering', async () => {
      location.hash = '#code=ab12-cd34';
      const element = await mount();
      await settled(element);
      assert.equal(deep(element, '#code', HTMLInputElement).value, 'AB12-CD34');
      assert.isUndefined(element.double.last('enter'));
    });

    it('enters with the code of the fragment where it is told to join by itself', async () => {
      location.hash = '#code=ab12-cd34';
      const element = await mount({ attributes: { 'auto-join': '' } });
      assert.deepEqual(element.double.last('enter'), [{ code: 'ab12-cd34' }]);
      await show(element, inLobby);
      assert.isDefined(element.double.last('join'));
    });

    it('joins by itself once only', async () => {
      const element = await mount({ attributes: { ticket: 'abc', 'auto-join': '' } });
      await show(element, inLobby);
      await show(element, emptySnapshot({ state: lobby({ error: new RendevError('full') }) }));
      assert.lengthOf(
        element.double.intents.filter(([name]) => name === 'join'),
        1,
      );
    });

    it('enters what is typed', async () => {
      const element = await mount();
      deep(element, 'rendev-code-entry').dispatchEvent(
        new CustomEvent('enter', { detail: { code: 'AB12CD34', name: '' } }),
      );
      assert.deepEqual(element.double.last('enter'), [{ code: 'AB12CD34' }]);
    });

    it('enters again by itself after a reload in mid-call, until it is left', async () => {
      const element = await mount();
      await element.enter('AB12CD34');
      await show(element, inCall());
      const reloaded = await mount();
      assert.deepEqual(reloaded.double.last('enter'), [{ code: 'AB12CD34' }]);
      location.hash = '#code=ZZZZ-9999';
      const other = await mount();
      assert.isUndefined(other.double.last('enter'), 'another code is another interview');
      await show(
        element,
        emptySnapshot({
          state: { name: 'ended', reason: 'left', durationMs: 1, canRejoin: true },
        }),
      );
      location.hash = '';
      const fresh = await mount();
      assert.isUndefined(fresh.double.last('enter'));
    });

    it('offers another try with a refused ticket', async () => {
      const element = await mount({ attributes: { ticket: 'abc' } });
      await show(
        element,
        emptySnapshot({ state: { name: 'refused', error: new RendevError('timeout') } }),
      );
      deep(element, 'button').click();
      assert.lengthOf(
        element.double.intents.filter(([name]) => name === 'enter'),
        2,
      );
    });

    it('goes back to another code, and in again after the end', async () => {
      const element = await mount();
      await element.enter('AB12CD34');
      const state = { name: 'ended', reason: 'left', durationMs: 1, canRejoin: true } as const;
      await show(element, emptySnapshot({ state }));
      const [rejoin, other] = deepAll(element, 'button');
      rejoin?.click();
      assert.lengthOf(
        element.double.intents.filter(([name]) => name === 'enter'),
        2,
      );
      other?.click();
      assert.isDefined(element.double.last('reset'));
    });
  });

  describe('its methods', () => {
    it('pass intents on and reject with the code of the engine', async () => {
      const element = await mount();
      await show(element, inCall());
      await element.setMicrophoneEnabled(false);
      await element.setCameraEnabled(true);
      await element.setScreenShareEnabled(true);
      await element.sendMessage('hi');
      assert.deepEqual(element.double.intents.slice(-4), [
        ['setMicrophoneEnabled', false],
        ['setCameraEnabled', true],
        ['setScreenShareEnabled', true],
        ['sendMessage', 'hi'],
      ]);
      element.double.refusal = new RendevError('in-use');
      assert.equal(await rejection(element.setCameraEnabled(true)), 'in-use');
    });

    it('reject what does not fit the state', async () => {
      const element = await mount();
      assert.equal(await rejection(element.join()), 'invalid-state');
      assert.equal(await rejection(element.toggleChat()), 'invalid-state');
    });

    it('open and close the chat', async () => {
      const element = await mount();
      await show(element, inCall());
      const open = () => !deep(element, 'rendev-chat').hidden;
      await element.toggleChat();
      await settled(element);
      assert.isTrue(open());
      await element.toggleChat(true);
      await settled(element);
      assert.isTrue(open());
      await element.toggleChat();
      await settled(element);
      assert.isFalse(open());
    });

    it('can be stopped by the page before they join or leave', async () => {
      const element = await mount();
      await show(element, inLobby);
      const stop = (event: Event) => {
        event.preventDefault();
      };
      element.addEventListener('before-join', stop, { once: true });
      assert.equal(await rejection(element.join()), 'prevented');
      assert.isUndefined(element.double.last('join'));
      await element.join();
      assert.isDefined(element.double.last('join'));
      await show(element, inCall());
      element.addEventListener('before-leave', stop, { once: true });
      deep(element, '.leave').click();
      assert.equal(element.double.last('leave'), undefined);
      await element.leave();
      assert.isDefined(element.double.last('leave'));
    });
  });

  describe('its events', () => {
    it('reach the page through every boundary, with their details', async () => {
      const element = await mount();
      const told: [string, unknown][] = [];
      const names: (keyof RendevInterviewEventMap)[] = [
        'state-change',
        'joined',
        'participant-joined',
        'message',
        'media-change',
        'failure',
      ];
      const heard = (event: Event) => {
        told.push([event.type, (event as CustomEvent<unknown>).detail]);
      };
      for (const name of names) document.addEventListener(name, heard);
      const call = inCall({ chat: chat({ entries: [sent(1, 'hi')] }) });
      await show(element, call);
      element.double.fail({ code: 'connection-failed', retryable: true });
      for (const name of names) document.removeEventListener(name, heard);
      const [first] = call.chat.entries;
      assert.deepEqual(told, [
        ['state-change', { state: 'in-call', previous: 'idle' }],
        ['joined', { participantId: 'self-0001' }],
        ['participant-joined', { participant: call.participants[0] }],
        ['message', { message: first?.status === 'sent' && first.message, mine: false }],
        ['media-change', { microphone: true, camera: true, screen: false }],
        ['failure', { code: 'connection-failed', retryable: true }],
      ]);
    });

    it('find the element in the new state already', async () => {
      const element = await mount();
      let seen: unknown[] = [];
      element.addEventListener('joined', () => {
        seen = [element.state, element.getAttribute('state'), element.participants.length];
      });
      await show(element, inCall());
      assert.deepEqual(seen, ['in-call', 'in-call', 1]);
    });

    it('leak nothing of the inside to the page', async () => {
      const element = await mount();
      const leaked: string[] = [];
      document.addEventListener('rendev-announce', (event) => leaked.push(event.type));
      await show(element, inCall());
      await element.toggleChat();
      deep(element, 'rendev-call').dispatchEvent(
        new CustomEvent('rendev-announce', { detail: 'x', bubbles: true, composed: true }),
      );
      assert.isEmpty(leaked);
    });
  });

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
      await show(element, inLobby);
      assert.equal(focused(element)?.localName, 'h2');
      await show(element, inCall());
      assert.equal(focused(element)?.localName, 'h2');
    });

    it('is not taken from the rest of the page; the heading is said instead', async () => {
      const element = await mount();
      const elsewhere = document.createElement('input');
      document.body.append(elsewhere);
      elsewhere.focus();
      await show(element, inLobby);
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

    it('says a message only while the chat is closed', async () => {
      const element = await mount();
      await show(element, inCall());
      element.double.set({ chat: chat({ entries: [sent(1, '안녕하세요')] }) });
      await settled(element);
      assert.equal(said(element), '이지우 님의 메시지: 안녕하세요');
      await element.toggleChat(true);
      element.double.set({ chat: chat({ entries: [sent(1, '안녕하세요'), sent(2, '네')] }) });
      await settled(element);
      assert.notInclude(said(element), '네');
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
      const state = { name: 'ended', reason: 'left', durationMs: 0, canRejoin: false } as const;
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

  it('tells the version of its package', async () => {
    const answer = await fetch(new URL('../../../package.json', import.meta.url));
    const { version } = (await answer.json()) as { version: string };
    assert.equal(VERSION, version);
    assert.equal(RendevInterview.version, version);
    assert.equal((await mount()).version, version);
  });
});
