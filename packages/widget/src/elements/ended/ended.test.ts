import { assert } from 'chai';
import type { EndReason } from '../../engine/session-snapshot.ts';
import type { RendevInterviewEventMap } from '../../events/interview-events.ts';
import { deep, deepAll, deepText, settled, unmountAll } from '../testing/mount.ts';
import { element, open } from '../testing/opened.ts';
import { emptySnapshot } from '../testing/snapshots.ts';

function end(
  reason: EndReason,
  change: { durationMs?: number; canRejoin?: boolean; word?: string } = {},
  attributes: Record<string, string> = {},
): Promise<void> {
  const { durationMs = 61_000, canRejoin = false, word = null } = change;
  const state = { name: 'ended', reason, durationMs, canRejoin, word } as const;
  return open(emptySnapshot({ state }), { attributes });
}

const ratings = () => deepAll(element, 'rendev-rating').length;

describe('the end', () => {
  afterEach(unmountAll);

  it('tells how long it lasted, without what is zero', async () => {
    for (const [ms, text] of [
      [59_000, '59초'],
      [60_000, '1분'],
      [3_600_000, '1시간'],
      [3_725_000, '1시간 2분'],
    ] as const) {
      await end('left', { durationMs: ms });
      assert.equal(deepText(deep(element, '[part=duration]')), `함께한 시간 ${text}`);
    }
  });

  it('quotes what the interviewer said, as text', async () => {
    const word = '다음에 만나요\n<img src=x onerror=alert(1)>';
    await end('rejected', { word, durationMs: 0 });
    assert.include(deepText(element), '진행자의 말');
    assert.equal(deep(element, 'blockquote').textContent, word);
    assert.isEmpty(deepAll(element, 'img'));
    await end('rejected', { durationMs: 0 });
    assert.isEmpty(deepAll(element, 'blockquote'));
  });

  it('asks for a rating only who was in the call to its end', async () => {
    for (const reason of ['left', 'ended', 'expired', 'network-lost'] as const) {
      await end(reason);
      assert.equal(ratings(), 1, reason);
    }
    for (const reason of ['rejected', 'removed', 'canceled', 'duplicate-session'] as const) {
      await end(reason);
      assert.equal(ratings(), 0, reason);
    }
    await end('left', { durationMs: 0 });
    assert.equal(ratings(), 0);
  });

  it('does not ask where the host hides it', async () => {
    await end('left', {}, { hide: 'help rating' });
    assert.equal(ratings(), 0);
  });

  it('makes an event of the rating, and thanks', async () => {
    await end('left');
    const told: RendevInterviewEventMap['rating']['detail'][] = [];
    element.addEventListener('rating', ({ detail }) => told.push(detail));
    const scores = deepAll(element, 'input[type=radio]');
    assert.deepEqual(
      scores.map((score) => score.closest('label')?.textContent.trim()),
      ['매우 나쁨', '나쁨', '보통', '좋음', '매우 좋음'],
    );
    assert.isEmpty(deepAll(element, 'textarea'), 'one question at a time');
    scores[3]?.click();
    await settled(element);
    deep(element, 'textarea', HTMLTextAreaElement).value = '  소리가 잠깐 끊겼어요.\n';
    deep(element, 'button[type=submit]').click();
    await settled(element);
    assert.deepEqual(told, [{ score: 4, comment: '소리가 잠깐 끊겼어요.' }]);
    assert.isEmpty(deepAll(element, 'input[type=radio]'));
    const thanks = deep(element, '.thanks');
    assert.include(deepText(deep(element, 'rendev-rating')), '고맙습니다');
    assert.isTrue(thanks.matches(':focus'), 'the focus is not lost with the button');
  });

  it('takes a rating without a comment', async () => {
    await end('ended');
    const told: unknown[] = [];
    element.addEventListener('rating', ({ detail }) => told.push(detail));
    deepAll(element, 'input[type=radio]')[0]?.click();
    await settled(element);
    deep(element, 'button[type=submit]').click();
    assert.deepEqual(told, [{ score: 1, comment: '' }]);
  });

  it('leads back in while the interview is open', async () => {
    await end('network-lost', { canRejoin: true });
    assert.include(deepText(element), '다시 입장하기');
    await end('ended', { canRejoin: false });
    assert.notInclude(deepText(element), '다시 입장하기');
  });
});
