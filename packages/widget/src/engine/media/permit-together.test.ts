import { assert } from 'chai';
import { FakePermissions } from '../testing/fake-permissions.ts';
import { permitTogether } from './permit-together.ts';

describe('permitTogether', () => {
  let permissions: FakePermissions;
  const both = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices, {
    audio: true,
    video: true,
  });

  beforeEach(() => {
    permissions = new FakePermissions();
  });
  afterEach(() => {
    permissions.restore();
    Reflect.deleteProperty(navigator.mediaDevices, 'getUserMedia');
  });

  /** What is asked of the browser, which answers with `answer`. */
  function asked(answer: () => Promise<MediaStream>): MediaStreamConstraints[] {
    const questions: MediaStreamConstraints[] = [];
    navigator.mediaDevices.getUserMedia = (constraints = {}) => {
      questions.push(constraints);
      return answer();
    };
    return questions;
  }

  it('asks for both in one question, and keeps nothing', async () => {
    permissions.set('microphone', 'prompt');
    permissions.set('camera', 'prompt');
    let stream: MediaStream | undefined;
    const questions = asked(async () => (stream = await both()));
    await permitTogether();
    assert.deepEqual(questions, [{ audio: true, video: true }]);
    assert.deepEqual(
      stream?.getTracks().map((track) => track.readyState),
      ['ended', 'ended'],
    );
  });

  it('leaves a refusal to those who capture', async () => {
    permissions.set('microphone', 'prompt');
    permissions.set('camera', 'prompt');
    const questions = asked(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    await permitTogether();
    assert.lengthOf(questions, 1);
  });

  it('asks for nothing where one question is left at most', async () => {
    permissions.set('camera', 'prompt');
    const questions = asked(both);
    await permitTogether();
    assert.isEmpty(questions);
  });
});
