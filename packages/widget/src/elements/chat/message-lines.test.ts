import { assert } from 'chai';
import type { ChatEntry } from '../../engine/session-snapshot.ts';
import { chatTerms } from '../../locales/chat-terms.ts';
import { SELF_ID, chat, sent } from '../testing/snapshots.ts';
import { messageLines } from './message-lines.ts';
import { messageMarks } from './message-marks.ts';
import { MessageNews } from './message-news.ts';
import { MessagePages } from './message-pages.ts';

const t = chatTerms('en');
const at = (seq: number, time: string, mine = false): ChatEntry => {
  const entry = sent(seq, 'x', mine);
  if (entry.status !== 'sent') return entry;
  return { ...entry, message: { ...entry.message, sentAt: new Date(time).toISOString() } };
};

describe('message lines', () => {
  it('show author, minute and day once', () => {
    const entries = [
      at(1, '2030-05-14T10:00:05'),
      at(2, '2030-05-14T10:00:50'),
      at(3, '2030-05-14T10:01:00'),
      at(4, '2030-05-14T10:01:10', true),
      at(5, '2030-05-15T10:01:20', true),
    ];
    const lines = messageLines(entries, 0, 5);
    assert.deepEqual(
      lines.map(({ newAuthor }) => newAuthor),
      [true, false, false, true, true],
    );
    assert.deepEqual(
      lines.map(({ showsTime }) => showsTime),
      [false, true, true, true, true],
    );
    assert.deepEqual(
      lines.map(({ newDay }) => newDay),
      [true, false, false, false, true],
    );
  });

  it('of a part know its neighbours', () => {
    const entries = [1, 2, 3, 4].map((seq) => at(seq, '2030-05-14T10:00:00'));
    const whole = messageLines(entries, 0, 4);
    assert.deepEqual(messageLines(entries, 1, 3), whole.slice(1, 3));
  });
});

describe('marks', () => {
  const entries = [1, 2, 3, 4].map((seq) => sent(seq, 'x', true));
  const id = (seq: number) => sent(seq, '').id;
  const marks = (read: [string, number][], delivered: [string, number][], others: string[]) =>
    Object.fromEntries(
      messageMarks(
        chat({ entries, readMarks: new Map(read), deliveredMarks: new Map(delivered) }),
        SELF_ID,
        others,
        t,
      ),
    );

  it('say how far the own messages have come, each word once', () => {
    const found = marks(
      [
        ['a', 1],
        [SELF_ID, 4],
      ],
      [['a', 3]],
      ['a'],
    );
    assert.deepEqual(found, { [id(4)]: 'Sent', [id(3)]: 'Delivered', [id(1)]: 'Read' });
  });

  it('count the readers of several', () => {
    const found = marks(
      [
        ['a', 4],
        ['b', 2],
      ],
      [],
      ['a', 'b', 'c'],
    );
    assert.deepEqual(found, { [id(4)]: 'Read by 1' });
    assert.deepEqual(
      marks(
        [
          ['a', 4],
          ['b', 2],
        ],
        [],
        ['a', 'b'],
      ),
      {
        [id(4)]: 'Read by 1',
        [id(2)]: 'Read',
      },
    );
  });

  it('remember the readers when all have left', () => {
    assert.deepEqual(marks([['a', 4]], [], []), { [id(4)]: 'Read' });
  });
});

describe('news', () => {
  const JOINED = '2000-01-01T00:00:00Z';
  const taken = (news: MessageNews, entries: readonly ChatEntry[], change = {}) =>
    news.take(chat({ entries, ...change }), SELF_ID, JOINED).messages.map(({ seq }) => seq);

  it('are the messages of others that were not there before', () => {
    const news = new MessageNews();
    assert.isEmpty(taken(news, [sent(1, 'a')]));
    assert.deepEqual(taken(news, [sent(1, 'a'), sent(2, 'b', true), sent(3, 'c')]), [3]);
    assert.isEmpty(taken(news, [sent(1, 'a'), sent(2, 'b', true), sent(3, 'c')]));
  });

  it('are no history', () => {
    const news = new MessageNews();
    taken(news, []);
    assert.isEmpty(taken(news, [sent(1, 'a')], { readMarks: new Map([[SELF_ID, 1]]) }));
    const late = news.take(chat({ entries: [sent(2, 'b')] }), SELF_ID, '2999-01-01T00:00:00Z');
    assert.isEmpty(late.messages);
  });

  it('tell of each failure once', () => {
    const news = new MessageNews();
    const failed = { status: 'failed', id: 'f', text: 'x', createdAt: 0, code: 'timeout' } as const;
    const take = (entries: readonly ChatEntry[]) =>
      news.take(chat({ entries }), SELF_ID, JOINED).failed;
    assert.deepEqual([[], [failed], [failed], [sent(1, 'x'), failed]].map(take), [
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('pages', () => {
  it('are the last of a long conversation, and more on demand', () => {
    const pages = new MessagePages();
    pages.update(5_000, true);
    assert.deepEqual(pages.numbers, [246, 247, 248, 249]);
    assert.deepEqual(pages.range(249), [4_980, 5_000]);
    pages.earlier();
    assert.deepEqual(pages.numbers, [245, 246, 247, 248, 249]);
    pages.update(5_001, false);
    assert.deepEqual(pages.numbers, [245, 246, 247, 248, 249, 250]);
    assert.deepEqual(pages.range(250), [5_000, 5_001]);
  });

  it('are a few in a row, wherever the reader is', () => {
    const pages = new MessagePages();
    pages.update(5_000, true);
    for (let page = 0; page < 200; page += 1) pages.earlier();
    assert.deepEqual(pages.numbers, [46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57]);
    assert.isFalse(pages.hasEnd);
    pages.update(5_001, false);
    assert.equal(pages.numbers.at(-1), 57);
    pages.later();
    assert.deepEqual([pages.numbers.at(0), pages.numbers.at(-1)], [47, 58]);
    for (let page = 0; page < 300; page += 1) pages.later();
    assert.deepEqual([pages.numbers.at(0), pages.numbers.at(-1)], [239, 250]);
    assert.isTrue(pages.hasEnd);
  });

  it('stay as they are while a few messages come, and are let go in the end', () => {
    const pages = new MessagePages();
    pages.update(80, true);
    assert.deepEqual(pages.numbers, [0, 1, 2, 3]);
    pages.update(160, true);
    assert.deepEqual(pages.numbers, [0, 1, 2, 3, 4, 5, 6, 7]);
    pages.update(161, true);
    assert.deepEqual(pages.numbers, [5, 6, 7, 8]);
  });

  it('begin anew with another conversation', () => {
    const pages = new MessagePages();
    pages.update(500, true);
    pages.update(0, true);
    assert.isEmpty(pages.numbers);
    pages.update(10, true);
    assert.deepEqual(pages.numbers, [0]);
  });
});
