import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GroupCommit } from './group-commit.ts';

describe('a group commit', () => {
  it('stores what comes at one moment together, and what comes meanwhile after it', async () => {
    const groups: (readonly string[])[] = [];
    const log = new GroupCommit(async (items: readonly string[]) => {
      groups.push(items);
      if (groups.length === 1) later.push(log.add('late'), log.add('later'));
      await Promise.resolve();
      return items.map((item) => item.toUpperCase());
    });
    const later: Promise<string>[] = [];
    assert.deepEqual(await Promise.all([log.add('a'), log.add('b')]), ['A', 'B']);
    assert.deepEqual(await Promise.all(later), ['LATE', 'LATER']);
    assert.deepEqual(groups, [
      ['a', 'b'],
      ['late', 'later'],
    ]);
  });

  it('has the next on its way before those of one hear of it', async () => {
    const events: string[] = [];
    const added: Promise<void>[] = [];
    const add = (item: string) => {
      added.push(log.add(item).then((outcome) => void events.push(`told ${outcome}`)));
    };
    const log = new GroupCommit((items: readonly string[]) => {
      events.push(`stores ${items.join()}`);
      if (items.includes('a')) add('b');
      return Promise.resolve(items);
    });
    add('a');
    await added[0];
    await added[1];
    assert.deepEqual(events, ['stores a', 'stores b', 'told a', 'told b']);
  });

  it('stores one by one where a group cannot be stored, and fails only whose fault it is', async () => {
    const log = new GroupCommit((items: readonly string[]) =>
      items.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(items),
    );
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map((item) => log.add(item)));
    assert.deepEqual(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed')),
      ['a', 'failed', 'b'],
    );
    assert.equal(await log.add('c'), 'c');
  });

  it('stores no more than 256 together, in the order in which they came', async () => {
    const sizes: number[] = [];
    const stored: number[] = [];
    const log = new GroupCommit((items: readonly number[]) => {
      sizes.push(items.length);
      stored.push(...items);
      return Promise.resolve(items);
    });
    const numbers = Array.from({ length: 600 }, (_, number) => number);
    await Promise.all(numbers.map((number) => log.add(number)));
    assert.deepEqual(sizes, [256, 256, 88]);
    assert.deepEqual(stored, numbers);
  });
});
