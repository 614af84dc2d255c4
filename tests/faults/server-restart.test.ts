import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodesFrames } from '../e2e/media.ts';
import { reaches, say, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab, type Person } from './fault-lab.ts';
import { storedTexts, type, viewOf } from './page-view.ts';

describe('a server that is killed and started again', () => {
  let lab: FaultLab;
  let people: readonly [Person, Person];

  before(async () => {
    lab = await FaultLab.start();
    people = await lab.call();
  });
  after(() => lab.close());

  const each = <T>(act: (person: Person, index: number) => Promise<T>): Promise<T[]> =>
    Promise.all(people.map(act));
  const connectionsMade = () =>
    each(({ page }) => page.evaluate(() => globalThis.peerConnections.length));

  it('leaves the media alone, and finds roster and chat again', async (test) => {
    const [interviewer, candidate] = people;
    await say(interviewer.page, '시작합니다');
    await sees(candidate.page, '시작합니다');
    const selves = await each(async ({ page }) => (await viewOf(page)).selfId);
    const made = await connectionsMade();

    await lab.server.kill();
    await each(({ page }) => reaches(page, 'reconnecting'));
    await each(({ page }) => decodesFrames(page));
    await say(interviewer.page, '들리세요?');
    await type(interviewer.page, ['i-1', 'i-2', 'i-3']);
    await type(candidate.page, ['c-1', 'c-2', 'c-3']);
    await each(({ page }) => decodesFrames(page));

    await lab.server.start();
    const listensAt = Date.now();
    await each(({ page }) => reaches(page, 'in-call'));
    await until('each sees the other as present', async () => {
      const views = await each(({ page }) => viewOf(page));
      return views.every(({ others }) => others[0]?.presence === 'connected');
    });
    test.diagnostic(`the roster is right ${Date.now() - listensAt} ms after the server listens`);
    await until('every message is stored', async () => {
      const texts = await each(({ page }) => storedTexts(page));
      return texts.every(({ length }) => length >= 8);
    });
    test.diagnostic(`the chat is right ${Date.now() - listensAt} ms after the server listens`);

    const [ofInterviewer = [], ofCandidate] = await each(({ page }) => storedTexts(page));
    assert.deepEqual(ofInterviewer, ofCandidate);
    const by = (first: string) => ofInterviewer.filter((text) => text.startsWith(first));
    assert.equal(ofInterviewer[0], '시작합니다');
    assert.equal(ofInterviewer.length, 8);
    assert.deepEqual(by('i-'), ['i-1', 'i-2', 'i-3']);
    assert.deepEqual(by('c-'), ['c-1', 'c-2', 'c-3']);
    assert.ok(ofInterviewer.indexOf('들리세요?') < ofInterviewer.indexOf('i-1'));

    await each(({ page }) => decodesFrames(page));
    assert.deepEqual(await connectionsMade(), made, 'no peer connection is new');
    assert.deepEqual(await each(async ({ page }) => (await viewOf(page)).selfId), selves);
    assert.deepEqual(
      people.flatMap(({ errors }) => errors),
      [],
    );
  });
});
