import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { until } from '../e2e/until.ts';
import { bothSee, type CallOptions, type Pages, startCall } from './call.ts';
import { type Lab, openLab } from './lab.ts';
import { SHORT_TTL_SECONDS } from './lab-contract.ts';
import { whyNotInNamespace } from './namespace.ts';
import { candidateTypes, pathInUse } from './paths.ts';
import { routerScript, STRICT } from './router.ts';

const skip = whyNotInNamespace(routerScript(STRICT));

describe('two homes behind NAT', () => {
  let lab: Lab | undefined;

  before(async () => {
    if (skip === false) lab = await openLab();
  });
  after(() => lab?.close());

  function call(test: TestContext, options: CallOptions): Promise<Pages> {
    assert.ok(lab);
    return startCall(test, lab, options);
  }

  const bothWays = (pages: Pages): Promise<string[]> =>
    Promise.all(pages.map(async (page) => (await pathInUse(page)).way));

  it('need no relay where the routers keep one port for everybody', { skip }, async (test) => {
    const lenient = { ...STRICT, mapping: 'one port' } as const;
    const pages = await call(test, { routers: [lenient, lenient], server: 'stun only' });
    await bothSee(pages);
    for (const way of await bothWays(pages)) assert.match(way, /^(srflx|prflx) over udp$/);
  });

  it(
    'cannot meet by STUN alone behind strict routers, and both are told',
    { skip },
    async (test) => {
      const pages = await call(test, { routers: [STRICT, STRICT], server: 'stun only' });
      await Promise.all(
        pages.map((page) =>
          page.getByText('소리와 영상을 연결하지 못했습니다').first().waitFor({ timeout: 180_000 }),
        ),
      );
    },
  );

  it('meet through our TURN server', { skip }, async (test) => {
    const pages = await call(test, { routers: [STRICT, STRICT] });
    await bothSee(pages);
    // Relays by TCP and TLS are there as well, and may be the first to connect.
    await until('UDP is in use', async () => (await bothWays(pages)).includes('relay over udp'));
  });

  it('meet over TCP when one of them has no UDP', { skip }, async (test) => {
    const pages = await call(test, { routers: [{ ...STRICT, outgoing: 'only TCP' }, STRICT] });
    await bothSee(pages);
    // As above of TLS.
    await until('TCP is in use', async () => (await bothWays(pages))[0] === 'relay over tcp');
  });

  it('meet over TLS when nothing but 443 passes', { skip }, async (test) => {
    const closed = { ...STRICT, outgoing: 'only web and 443' } as const;
    const pages = await call(test, { routers: [closed, closed] });
    await bothSee(pages);
    assert.deepEqual(await bothWays(pages), ['relay over tls', 'relay over tls']);
  });

  it('come back with fresh credentials when a router restarts', { skip }, async (test) => {
    const routers = [STRICT, STRICT] as const;
    const pages = await call(test, { routers, server: 'short credentials', relayOnly: true });
    await bothSee(pages);
    const end = Date.now() + (SHORT_TTL_SECONDS + 1) * 1_000;
    await until('the credentials have ended', () => Date.now() > end);
    await bothSee(pages);
    const { pair: before } = await pathInUse(pages[0]);
    lab?.homes[0].restartRouter();
    await until('the call has moved', async () => {
      const { pair } = await pathInUse(pages[0]);
      return pair !== '' && pair !== before;
    });
    await bothSee(pages);
  });

  it('show each other no address when the interview is relay-only', { skip }, async (test) => {
    const pages = await call(test, { routers: [STRICT, STRICT], relayOnly: true });
    await bothSee(pages);
    for (const page of pages) {
      assert.deepEqual(await candidateTypes(page), { local: ['relay'], remote: ['relay'] });
    }
  });

  it('are kept from showing one by the server, whatever a page sends', { skip }, async (test) => {
    const pages = await call(test, {
      routers: [STRICT, STRICT],
      relayOnly: true,
      tamper: () => {
        globalThis.RTCPeerConnection = class extends RTCPeerConnection {
          constructor(configuration?: RTCConfiguration) {
            super({ ...configuration, iceTransportPolicy: 'all' });
          }

          override setConfiguration(configuration?: RTCConfiguration): void {
            super.setConfiguration({ ...configuration, iceTransportPolicy: 'all' });
          }
        };
      },
    });
    await bothSee(pages);
    const [honest, other] = await Promise.all(pages.map((page) => candidateTypes(page)));
    assert.ok(other?.local.includes('host'));
    assert.deepEqual(honest?.remote, ['relay']);
  });
});
