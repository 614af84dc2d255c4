import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { deep, deepText } from '../testing/mount.ts';
import { interview } from '../testing/snapshots.ts';
import { RendevCountdown } from './countdown.ts';

const MINUTE = 60_000;

async function open(change: Partial<RendevCountdown>): Promise<RendevCountdown> {
  register('rendev-countdown', RendevCountdown);
  const countdown = new RendevCountdown();
  Object.assign(countdown, { lang: 'ko', interview: interview(), ...change });
  document.body.append(countdown);
  await countdown.updateComplete;
  return countdown;
}

describe('countdown', () => {
  afterEach(() => {
    document.querySelector('rendev-countdown')?.remove();
  });

  it('counts by the clock of the server', async () => {
    const opensAt = Date.now() + 90 * MINUTE;
    const countdown = await open({ opensAt, clockOffset: 80 * MINUTE });
    assert.match(deepText(deep(countdown, '[role=timer]')), /^(10:00|9:5\d)$/);
  });

  it('says days in words', async () => {
    const countdown = await open({ opensAt: Date.now() + 49.5 * 60 * MINUTE });
    assert.match(deepText(deep(countdown, '[role=timer]')), /^2일 1:(30:00|29:5\d)$/);
  });

  it('names the time in the zone of the interview, and in the own one if it differs', async () => {
    const countdown = await open({ viewerZone: 'UTC' });
    const text = deepText(countdown);
    assert.include(text, '인터뷰는 5월 14일 (화) 오후 2:00에 시작합니다.');
    assert.include(text, '지금 계신 곳의 시각으로는 5월 14일 (화) 오전 5:00입니다.');
    countdown.viewerZone = 'Asia/Tokyo';
    await countdown.updateComplete;
    assert.notInclude(deepText(countdown), '지금 계신 곳');
  });

  it('goes on by itself, each second', async () => {
    const countdown = await open({ opensAt: Date.now() + 60 * MINUTE });
    const first = deepText(deep(countdown, '[role=timer]'));
    const changed = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        if (deepText(deep(countdown, '[role=timer]')) !== first) resolve();
      }).observe(countdown.renderRoot, { subtree: true, characterData: true, childList: true });
    });
    await changed;
    assert.notEqual(deepText(deep(countdown, '[role=timer]')), first);
  });

  it('is announced at ten, five and one minutes only', async () => {
    const said: string[] = [];
    const countdown = await open({ opensAt: Date.now() + 12 * MINUTE });
    countdown.addEventListener('rendev-announce', (event) => {
      said.push((event as CustomEvent<string>).detail);
    });
    for (const minutes of [11, 10, 9, 5, 2, 1]) {
      countdown.opensAt = Date.now() + minutes * MINUTE - 500;
      await countdown.updateComplete;
    }
    assert.deepEqual(said, ['10분 뒤에 열립니다.', '5분 뒤에 열립니다.', '1분 뒤에 열립니다.']);
  });
});
