import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import {
  type Lab,
  makeLab,
  SECRET,
  start,
  type UrlKind,
} from '../../packages/turn-config/test/support/lab.ts';
import { trustSwitch } from '../nat/certificate.ts';
import { launchBrowser, newVisitor } from './browser.ts';
import { openLobby, sees, startTestDemo } from './room.ts';
import { until } from './until.ts';

describe('the connection test of the lobby', () => {
  it('says that the connection is good when data comes back through our coturn', async (test) => {
    const lab = await makeLab(test);
    await start(test, lab);
    const page = await visitLobby(test, lab, ['udp', 'tcp', 'tls']);
    await sees(page, '연결 상태가 좋습니다');
    assert.deepEqual(await resultOf(page), {
      status: 'done',
      udp: 'works',
      tcp: 'works',
      tls: 'works',
    });
  });

  it('says that video may be less smooth where only TLS passes', async (test) => {
    const lab = await makeLab(test);
    await start(test, lab);
    const closed = await makeLab(test);
    const page = await visitLobby(test, lab, ['tls'], [closed.url('udp'), closed.url('tcp')]);
    await sees(page, '영상이 덜 매끄러울 수 있어요');
    assert.deepEqual(await resultOf(page), {
      status: 'done',
      udp: 'fails',
      tcp: 'fails',
      tls: 'works',
    });
  });

  it('says that calls may fail, and what to do, when coturn is not there', async (test) => {
    const lab = await makeLab(test);
    const page = await visitLobby(test, lab, ['udp', 'tcp', 'tls']);
    await sees(page, '연결을 확인하지 못했습니다');
    await sees(page, 'VPN을 꺼 보세요');
    assert.deepEqual(await resultOf(page), {
      status: 'done',
      udp: 'fails',
      tcp: 'fails',
      tls: 'fails',
    });
    await start(test, lab);
    await page.locator('rendev-connection').getByRole('button', { name: '다시 시도' }).click();
    await sees(page, '연결 상태가 좋습니다');
  });
});

/** Opens the lobby of a server that hands out these URLs. */
async function visitLobby(
  test: TestContext,
  lab: Lab,
  kinds: readonly UrlKind[],
  others: readonly string[] = [],
): Promise<Page> {
  const demo = await startTestDemo({
    RENDEV_TURN_URLS: [...others, ...kinds.map(lab.url)].join(),
    RENDEV_TURN_SECRET: SECRET,
  });
  test.after(() => demo.close());
  const browser = await launchBrowser([trustSwitch(lab.certificate.pem)]);
  test.after(() => browser.close());
  const { page } = await newVisitor(browser);
  await openLobby(page, demo.candidateUrl);
  return page;
}

/** What the session found, once it is done. */
async function resultOf(page: Page): Promise<unknown> {
  const read = () =>
    page.evaluate(
      () => document.querySelector('rendev-interview')?.session.snapshot.connectionTest,
    );
  await until('the test is done', async () => (await read())?.status === 'done');
  return read();
}
