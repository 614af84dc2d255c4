import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { credentials, iceServers, type IceServerEntry } from '@rendev/turn-config';
import type { Page } from 'playwright-core';
import { type Lab, makeLab, SECRET, start } from '../../packages/turn-config/test/support/lab.ts';
import { launchBrowser, newVisitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { until } from '../e2e/until.ts';
import { trustSwitch } from '../nat/certificate.ts';
import { candidateTypes, pathInUse } from '../nat/paths.ts';
import {
  accept,
  closePeer,
  describePeer,
  openPeer,
  restartIce,
  sendFrom,
} from './browser-peers.ts';
import { startWerift } from './werift-peer.ts';

describe('a call through our TURN server', () => {
  it('connects a browser with a peer of another make, over UDP, TCP and TLS', async (test) => {
    const { lab, page } = await open(test);
    const answer = startWerift(test);
    const ca = lab.certificate.pem;
    for (const kind of ['udp', 'tcp', 'tls'] as const) {
      const servers = (id: string) => iceServers({ urls: [lab.url(kind)], secret: SECRET, id });
      await openPeer(page, kind, servers('browser'));
      await sendFrom(page, kind);
      const sdp = await describePeer(page, kind);
      const answered = await answer({ sdp, iceServers: servers('werift'), ca });
      await accept(page, kind, { type: 'answer', sdp: answered });
      // What the browser gets is its own, sent back: it went both ways.
      await decodesFrames(page);
      assert.equal((await pathInUse(page)).way, `relay over ${kind}`);
      assert.deepEqual(await candidateTypes(page), { local: ['relay'], remote: ['relay'] });
      await closePeer(page, kind);
    }
  });

  it('outlives its credentials; an ICE restart then needs fresh ones', async (test) => {
    const { lab, page } = await open(test);
    const short = credentials({ secret: SECRET, id: 'seat', ttlSeconds: 8 });
    const server = ({ username, credential }: typeof short): IceServerEntry[] => [
      { urls: [lab.url('udp')], username, credential },
    ];
    for (const name of ['caller', 'callee']) await openPeer(page, name, server(short));
    await sendFrom(page, 'caller');
    await negotiate(page);
    await decodesFrames(page);

    // coturn counts whole seconds.
    await until('the credentials have ended', () => Date.now() > short.expiresAt + 1_000);
    await decodesFrames(page);

    await restartIce(page, 'caller');
    assert.deepEqual(relaysIn(await negotiate(page)), []);
    await decodesFrames(page);

    const { pair } = await pathInUse(page);
    const fresh = server(credentials({ secret: SECRET, id: 'seat' }));
    for (const name of ['callee', 'caller']) await restartIce(page, name, fresh);
    assert.ok(relaysIn(await negotiate(page)).length > 0);
    await until('the call has moved', async () => (await pathInUse(page)).pair !== pair);
    await decodesFrames(page);
    assert.equal((await pathInUse(page)).way, 'relay over udp');
  });
});

async function open(test: TestContext): Promise<{ lab: Lab; page: Page }> {
  const lab = await makeLab(test);
  await start(test, lab);
  const browser = await launchBrowser([trustSwitch(lab.certificate.pem)]);
  test.after(() => browser.close());
  const { page } = await newVisitor(browser);
  // Any page will do; a secure origin may use the camera.
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://localhost/');
  return { lab, page };
}

/** @returns the caller's offer */
async function negotiate(page: Page): Promise<string> {
  const offer = await describePeer(page, 'caller');
  await accept(page, 'callee', { type: 'offer', sdp: offer });
  const answer = await describePeer(page, 'callee');
  await accept(page, 'caller', { type: 'answer', sdp: answer });
  return offer;
}

const relaysIn = (sdp: string): string[] => sdp.match(/^a=candidate:.* typ relay/gm) ?? [];
