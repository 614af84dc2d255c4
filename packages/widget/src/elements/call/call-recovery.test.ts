import { assert } from 'chai';
import type { RemoteParticipant } from '../../engine/session-snapshot.ts';
import { deep, deepAll, deepText, settled, show, unmountAll, until } from '../testing/mount.ts';
import { element, openCall as open } from '../testing/opened.ts';
import { device, inCall, media, quality, remote } from '../testing/snapshots.ts';

const notices = () => deepAll(element, '.notice');
const noticeText = () => deepText(deep(element, '.notices'));
const spoken = () => deepText(deep(element, '[aria-live]'));
const tile = (kind: string) => deep(element, `rendev-tile.${kind}`);
const picture = () => document.createElement('canvas').captureStream();
const others = (change: Partial<RemoteParticipant>) => inCall({ participants: [remote(change)] });
const weak = quality('weak', { reason: 'packet-loss' });

describe('what a call tells of its connections', () => {
  afterEach(unmountAll);

  it('is why the line is weak and what helps, once it lasts, and until it is put away', async () => {
    await open({ participants: [remote({ quality: weak })] });
    assert.isEmpty(notices());
    await until(() => notices().length === 1);
    assert.equal(
      noticeText(),
      '이지우 님과의 연결이 고르지 않아 소리와 영상이 끊길 수 있습니다. ' +
        '공유기 가까이로 옮기거나 유선 인터넷을 써 보세요.',
    );
    deep(element, '.notice button').click();
    await settled(element);
    assert.isEmpty(notices());
    await show(element, others({ quality: { ...weak, incoming: 55 } }));
    assert.isEmpty(notices(), 'the ratings alone are no news');
  });

  it('is over with the cause, and said when it is good again', async () => {
    await open({ participants: [remote({ quality: weak })] });
    await until(() => notices().length === 1);
    await show(element, others({ quality: quality('good') }));
    assert.isEmpty(notices());
    await until(() => spoken() === '연결이 다시 좋아졌습니다.');
  });

  it('names the own line when it is bad with everybody', async () => {
    const people = ['a', 'b'].map((id) => remote({ id, quality: weak }));
    await open({ participants: people });
    await until(() => notices().length === 1);
    assert.include(noticeText(), '내 인터넷 연결이 고르지 않아');
  });

  it('says that a picture is paused, in its place and aloud, and that the sound goes on', async () => {
    const seen = { stream: picture(), quality: weak };
    await open({ participants: [remote(seen)] });
    const before = tile('person').getBoundingClientRect();
    await show(element, others({ ...seen, cameraPaused: true }));
    const text = deepText(tile('person'));
    assert.include(text, '연결이 약해 영상을 잠시 멈췄습니다. 소리는 이어집니다.');
    assert.equal(getComputedStyle(deep(tile('person'), 'video')).visibility, 'hidden');
    assert.deepEqual(tile('person').getBoundingClientRect(), before);
    await until(() => spoken() === '이지우 님의 영상이 잠시 멈췄습니다.');
  });

  it('blames saving data and not the line where the line is good', async () => {
    const participants = [remote({ cameraPaused: true })];
    await open({ participants, media: media({ lowData: true }) });
    assert.include(deepText(tile('person')), '데이터를 아끼려고 영상을 멈췄습니다.');
  });

  it('says on the own picture who does not see it', async () => {
    const camera = media({ camera: device({ status: 'on' }) });
    const blind = remote({ ownCameraPaused: true });
    await open({ participants: [blind], media: camera });
    assert.include(deepText(tile('self')), '상대에게 내 영상이 안 보입니다');
    await show(element, inCall({ participants: [blind, remote({ id: 'b' })], media: camera }));
    assert.include(deepText(tile('self')), '일부에게 내 영상이 안 보입니다');
  });

  for (const [reason, level, words] of [
    ['path-lost', 'reconnecting', '다시 연결하고 있습니다'],
    ['participant-away', 'reconnecting', '연결이 끊겨 기다리고 있습니다'],
    ['no-path', 'lost', '소리와 영상을 연결하지 못했습니다'],
  ] as const) {
    it(`dims the last picture: ${reason}`, async () => {
      const stream = picture();
      await open({ participants: [remote({ stream, quality: quality(level, { reason }) })] });
      assert.include(deepText(tile('person')), words);
      assert.isTrue(tile('person').hasAttribute('dimmed'));
      assert.isTrue(deep(tile('person'), 'video', HTMLVideoElement).srcObject === stream);
    });
  }
});

describe('what a call tells of its devices', () => {
  afterEach(unmountAll);

  it('offers a new one, to be used or not', async () => {
    const offered = { kind: 'microphone', deviceId: 'buds', label: 'Buds' } as const;
    await open({ media: media({ offered }) });
    assert.include(noticeText(), '새 마이크가 연결되었습니다. Buds');
    const [use, dismiss] = deepAll(element, '.notice button');
    use?.click();
    dismiss?.click();
    assert.isDefined(element.double.last('useOfferedDevice'));
    assert.isDefined(element.double.last('dismissOfferedDevice'));
  });

  for (const [microphone, camera, words] of [
    ['interrupted', 'on', '전화나 다른 앱이 마이크를 쓰고 있어'],
    ['on', 'interrupted', '다른 앱이 카메라를 쓰고 있어'],
    ['interrupted', 'interrupted', '전화나 다른 앱이 마이크와 카메라를 쓰고 있어'],
  ] as const) {
    it(`tells what the system withholds: microphone ${microphone}, camera ${camera}`, async () => {
      const status = {
        microphone: device({ status: microphone }),
        camera: device({ status: camera }),
      };
      await open({ media: media(status) });
      assert.lengthOf(notices(), 1);
      assert.include(noticeText(), words);
      const button = deep(element, '[data-control=microphone]');
      assert.equal(button.ariaLabel, '마이크 끄기', 'it is on, and can be turned off');
    });
  }

  it('tells a permission that is taken away, with its remedy, until it is put away', async () => {
    await open();
    const revoked = device({ status: 'failed', error: 'permission-denied' });
    await show(element, inCall({ media: media({ microphone: revoked }) }));
    assert.match(noticeText(), /마이크 사용이 허용되지 않았습니다\. .+요\./);
    const [retry, close] = deepAll(element, '.notice button');
    retry?.click();
    assert.deepEqual(element.double.last('setMicrophoneEnabled'), [true]);
    close?.click();
    await settled(element);
    assert.isEmpty(notices());
    await show(element, inCall());
    await show(element, inCall({ media: media({ microphone: revoked }) }));
    assert.lengthOf(notices(), 1, 'told again when it happens again');
  });

  it('does not repeat what failed before the call', async () => {
    const none = device({ status: 'failed', error: 'device-not-found' });
    await open({ media: media({ camera: none }) });
    assert.isEmpty(notices());
  });
});
