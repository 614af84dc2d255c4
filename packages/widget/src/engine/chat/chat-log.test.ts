import { assert } from 'chai';
import type { ChatMessage } from '@rendev/interview-protocol';
import { ChatLog } from './chat-log.ts';

function messages(...seqs: number[]): ChatMessage[] {
  return seqs.map((seq) => ({
    id: `id-${seq}`,
    seq,
    from: 'someone',
    name: 'Someone',
    text: `message ${seq}`,
    sentAt: '2026-01-01T00:00:00.000Z',
  }));
}

describe('ChatLog', () => {
  const seqs = (log: ChatLog) => log.messages.map(({ seq }) => seq);

  it('keeps each message once and in order', () => {
    const log = new ChatLog();
    log.add(messages(1, 2));
    assert.isEmpty(log.add(messages(2, 1)));
    log.add(messages(3));
    assert.deepEqual(seqs(log), [1, 2, 3]);
    assert.equal(log.lastSeq, 3);
  });

  it('keeps aside what is ahead, and takes it when the gap is filled', () => {
    const log = new ChatLog();
    log.add(messages(1, 4, 3));
    assert.isTrue(log.hasGap);
    assert.deepEqual(seqs(log), [1]);
    const added = log.add(messages(2));
    assert.deepEqual(
      added.map(({ seq }) => seq),
      [2, 3, 4],
    );
    assert.isFalse(log.hasGap);
  });
});
