import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import { setDefaultServer } from '../../default-server.ts';
import type { RendevInterviewEventMap } from '../../events/interview-events.ts';
import { VERSION } from '../../version.ts';
import { deep, deepAll, mount, settled, show, unmountAll } from '../testing/mount.ts';
import { chat, emptySnapshot, inCall, lobby, sent } from '../testing/snapshots.ts';
import { RendevInterview } from './interview.ts';

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error instanceof RendevError ? error.code : error;
  }
  return 'nothing was thrown';
}

const IN_LOBBY = emptySnapshot({ state: lobby() });

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
        {
          server: 'https://default.example',
          microphone: true,
          camera: false,
          mediaInLobby: false,
        },
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
      await show(element, IN_LOBBY);
      assert.isDefined(element.double.last('join'));
    });

    it('joins by itself once only', async () => {
      const element = await mount({ attributes: { ticket: 'abc', 'auto-join': '' } });
      await show(element, IN_LOBBY);
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

    it('enters again by itself after a reload in mid-call', async () => {
      const keptEntry = { code: 'AB12CD34' };
      const reloaded = await mount({ keptEntry });
      assert.deepEqual(reloaded.double.last('enter'), [keptEntry]);
      location.hash = '#code=ZZZZ-9999';
      const other = await mount({ keptEntry });
      assert.isUndefined(other.double.last('enter'), 'another code is another interview');
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
      const end = { reason: 'left', durationMs: 1, canRejoin: true, word: null } as const;
      const state = { name: 'ended', ...end } as const;
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
      await show(element, IN_LOBBY);
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

  it('tells the version of its package', async () => {
    const answer = await fetch(new URL('../../../package.json', import.meta.url));
    const { version } = (await answer.json()) as { version: string };
    assert.equal(VERSION, version);
    assert.equal(RendevInterview.version, version);
    assert.equal((await mount()).version, version);
  });
});
