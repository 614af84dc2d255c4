import { assert } from 'chai';
import {
  type TestInterview,
  deep,
  deepAll,
  deepText,
  mount,
  show,
  unmountAll,
} from '../testing/mount.ts';
import { device, emptySnapshot, interview, media, participant } from '../testing/snapshots.ts';

let element: TestInterview;

async function wait(role: 'candidate' | 'observer' = 'candidate') {
  element = await mount();
  await show(
    element,
    emptySnapshot({
      state: { name: 'waiting' },
      interview: interview(),
      self: participant({ role, admitted: false }),
      media: media({ microphone: device({ status: 'on' }), camera: device({ status: 'on' }) }),
    }),
  );
}

describe('waiting', () => {
  afterEach(unmountAll);

  it('says that the knock was heard, and who decides', async () => {
    await wait();
    assert.include(deepText(element), '입장 요청이 전해졌습니다.');
    assert.include(deepText(element), '진행자가 승낙하면 저절로 입장해요.');
  });

  it('keeps the own picture and the switches of microphone and camera', async () => {
    await wait();
    assert.isTrue(deep(element, 'video', HTMLVideoElement).muted);
    deep(element, 'button[aria-label="마이크 끄기"]').click();
    deep(element, 'button[aria-label="카메라 끄기"]').click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [false]);
    assert.deepEqual(element.double.last('setCameraEnabled'), [false]);
  });

  it('has nothing to switch for an observer', async () => {
    await wait('observer');
    assert.isEmpty(deepAll(element, '.toggle'));
    assert.include(deepText(element), '보고 들을 수만 있습니다');
  });

  it('can be left', async () => {
    await wait();
    deep(element, '.card > button').click();
    assert.isDefined(element.double.last('leave'));
  });
});
