import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { SessionDouble } from '../testing/session-double.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { emptySnapshot, interview, media } from '../testing/snapshots.ts';
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

  /** The downloads that clicks begin, as name and text. */
  async function downloadsOf(act: () => void): Promise<readonly [name: string, text: string]> {
    const clicked = new Promise<HTMLAnchorElement>((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
        resolve(this);
      };
    });
    act();
    const link = await clicked;
    return [link.download, await (await fetch(link.href)).text()];
  }

  function button(countdown: RendevCountdown, label: string): HTMLElement {
    const found = deepAll(countdown, 'button').find((one) => one.textContent.trim() === label);
    if (!found) throw new Error(`no button ${label}`);
    return found;
  }

  it('gives an entry for the calendar with the address of the page as it was opened', async () => {
    const address = location.href;
    history.replaceState(null, '', '#code=AB12-CD34');
    try {
      const countdown = await open({ opensAt: Date.now() + 60 * MINUTE });
      const [name, file] = await downloadsOf(() => {
        button(countdown, '캘린더에 추가').click();
      });
      const text = file.replace(/\r\n /g, '');
      assert.equal(name, 'interview.ics');
      assert.include(text, 'UID:interview-1@rendev-interview\r\n');
      assert.include(text, 'DTSTART:20300514T050000Z\r\nDTEND:20300514T060000Z\r\n');
      assert.include(text, 'SUMMARY:프런트엔드 개발자 인터뷰\r\n');
      assert.include(text, '5월 14일 (화) 오후 2:00');
      assert.include(text, '오후 1:45부터 입장할 수 있어요.');
      assert.include(text, `URL:${location.href}\r\n`);
    } finally {
      history.replaceState(null, '', address);
    }
  });

  it('lets the devices be tried, and releases them', async () => {
    const session = new SessionDouble(
      emptySnapshot({ state: { name: 'countdown', opensAt: 0 }, interview: interview() }),
    );
    const opensAt = Date.now() + 60 * MINUTE;
    const countdown = await open({ opensAt, session, media: media() });
    const trial = button(countdown, '마이크와 카메라 미리 확인');
    assert.equal(trial.ariaExpanded, 'false');
    trial.click();
    await until(() => session.last('startMedia') !== undefined);
    await until(() => deepAll(countdown, '#microphone').length === 1);
    assert.equal(trial.ariaExpanded, 'true');
    assert.equal(trial.textContent.trim(), '확인 마치기');
    trial.click();
    await until(() => session.last('stopMedia') !== undefined);
    assert.isEmpty(deepAll(countdown, '#microphone'));
  });

  it('does not release the devices when the lobby takes them over', async () => {
    const session = new SessionDouble(
      emptySnapshot({ state: { name: 'countdown', opensAt: 0 }, interview: interview() }),
    );
    const opensAt = Date.now() + 60 * MINUTE;
    const countdown = await open({ opensAt, session, media: media() });
    button(countdown, '마이크와 카메라 미리 확인').click();
    await until(() => deepAll(countdown, '#microphone').length === 1);
    session.setState({ name: 'checking' });
    countdown.remove();
    assert.isUndefined(session.last('stopMedia'));
  });
});
