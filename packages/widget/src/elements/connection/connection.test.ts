import { assert } from 'chai';
import { RendevError } from '../../engine/rendev-error.ts';
import type { ConnectionTest } from '../../engine/session-snapshot.ts';
import {
  type TestInterview,
  deep,
  deepText,
  mount,
  settled,
  show,
  unmountAll,
} from '../testing/mount.ts';
import { connectionTest, emptySnapshot, interview, lobby } from '../testing/snapshots.ts';

let element: TestInterview;

async function open(test: Partial<ConnectionTest> = {}, lang: 'ko' | 'en' = 'ko') {
  element = await mount({ lang });
  const facts = { state: lobby(), interview: interview(), connectionTest: connectionTest(test) };
  await show(element, emptySnapshot(facts));
}

const line = () => deepText(deep(element, 'rendev-connection'));
const tests = () => element.double.intents.filter(([name]) => name === 'testConnection').length;

describe('connection', () => {
  afterEach(unmountAll);

  it('is tested once when the lobby opens, and no line stands there without a test', async () => {
    await open();
    assert.equal(tests(), 1);
    assert.equal(getComputedStyle(deep(element, 'rendev-connection')).display, 'none');
    element.double.setState(lobby({ personName: '김민수' }));
    await settled(element);
    assert.equal(tests(), 1);
  });

  it('is tested again after a join that failed had ended the test, and not when it was done', async () => {
    await open({ status: 'running', udp: 'running' });
    assert.equal(tests(), 0);
    element.double.set({ state: { name: 'joining' }, connectionTest: connectionTest() });
    await settled(element);
    assert.equal(line(), '연결 확인하고 있습니다', 'the line stays while joining');
    element.double.setState(lobby({ error: new RendevError('full') }));
    await settled(element);
    assert.equal(tests(), 1);
    element.double.set({ connectionTest: connectionTest({ status: 'done', udp: 'works' }) });
    element.double.setState({ name: 'joining' });
    await settled(element);
    element.double.setState(lobby());
    await settled(element);
    assert.equal(tests(), 1);
  });

  it('says what will work, in words without jargon', async () => {
    await open({ status: 'running', udp: 'running', tcp: 'works', tls: 'running' });
    assert.equal(line(), '연결 확인하고 있습니다');
    for (const [test, text] of [
      [{ udp: 'works', tcp: 'fails' }, /^연결 연결 상태가 좋습니다$/],
      [{ udp: 'fails', tls: 'works' }, /^연결 연결됩니다 .*영상이 덜 매끄러울 수 있어요/],
      [{ udp: 'fails', tls: 'fails' }, /^연결 연결을 확인하지 못했습니다 .*VPN.* 다시 시도$/],
    ] as const) {
      element.double.set({ connectionTest: connectionTest({ status: 'done', ...test }) });
      await settled(element);
      assert.match(line(), text);
      assert.notMatch(line(), /\b(ICE|TURN|STUN|UDP|TCP|TLS)\b/i);
    }
  });

  it('says so in English', async () => {
    await open({ status: 'done', udp: 'works' }, 'en');
    assert.equal(line(), 'Connection Your connection is good');
    element.double.set({ connectionTest: connectionTest({ status: 'done', udp: 'fails' }) });
    await settled(element);
    assert.match(line(), /Calls may not work on this network.* Try again$/);
  });

  it('can be tested again when nothing works, and does not stand in the way of joining', async () => {
    await open({ status: 'done', udp: 'fails' });
    deep(deep(element, 'rendev-connection'), 'button').click();
    assert.equal(tests(), 1);
    deep(element, 'button[type=submit]').click();
    assert.isDefined(element.double.last('join'));
  });
});
