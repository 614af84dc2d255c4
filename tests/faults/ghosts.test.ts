import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import { decodesFrames } from '../e2e/media.ts';
import { reaches, sees } from '../e2e/room.ts';
import { until } from '../e2e/until.ts';
import { FaultLab, type Person } from './fault-lab.ts';
import { viewOf } from './page-view.ts';
import { type Relay, startRelay } from './relay.ts';

const AWAY = '연결이 끊겨 기다리고 있습니다';
const ALONE = '아직 혼자 있습니다';

const GRACE_MS = 8_000;

describe('a person who goes without a word', () => {
  let relay: Relay;
  let lab: FaultLab;
  let staying: Person;
  let going: Person;

  beforeEach(async () => {
    relay = await startRelay();
    lab = await FaultLab.start({
      RENDEV_GRACE_MS: String(GRACE_MS),
      RENDEV_TURN_URLS: relay.urls.join(),
      RENDEV_TURN_SECRET: relay.secret,
    });
    // All media goes by the relay, so that it can be lost with the rest of the network.
    [staying, going] = await lab.call({ relayOnly: true });
  });
  afterEach(async () => {
    await lab.close();
    await relay.close();
  });

  function setNetwork(passing: boolean): void {
    for (const path of relay.paths) path.passing = passing;
    if (passing) going.line.pass();
    else going.line.swallow();
  }

  /** Waits for both signs of it on the other's screen, and tells when they came. */
  async function goesFromScreen(test: TestContext): Promise<void> {
    const goneAt = Date.now();
    await sees(staying.page, AWAY);
    test.diagnostic(`shown as away after ${Date.now() - goneAt} ms`);
    assert.deepEqual((await viewOf(staying.page)).others, [
      { name: '지원자', presence: 'disconnected' },
    ]);
    await sees(staying.page, ALONE);
    test.diagnostic(`left after ${Date.now() - goneAt} ms, with a grace of ${GRACE_MS} ms`);
    assert.deepEqual((await viewOf(staying.page)).others, []);
  }

  it('is shown as away and then leaves when the tab is killed', async (test) => {
    const crashed = new Promise((resolve) => going.page.once('crash', resolve));
    const devTools = await going.context.newCDPSession(going.page);
    // Answered by nobody: the tab is gone.
    devTools.send('Page.crash').catch(() => undefined);
    await crashed;
    await goesFromScreen(test);
  });

  it('is shown as away and then leaves when the network is lost, and can come back', async (test) => {
    const before = await viewOf(going.page);
    setNetwork(false);
    await goesFromScreen(test);

    await reaches(going.page, 'reconnecting');
    setNetwork(true);
    await reaches(going.page, 'in-call');
    await until('the other one sees it', async () => {
      const { others } = await viewOf(staying.page);
      return others[0]?.presence === 'connected';
    });
    assert.equal((await viewOf(going.page)).selfId, before.selfId);
    await Promise.all([decodesFrames(staying.page), decodesFrames(going.page)]);
  });
});
