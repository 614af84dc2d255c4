import type { Browser, Page } from 'playwright-core';
import { useCanvasCamera } from '../support/canvas-camera.ts';
import { type Arena, type Contender, ONE_WAY_MS } from '../support/contenders.ts';
import { inMs, median, percentile, printTable, ratio } from '../support/table.ts';

const PEOPLE = 6;
const PICTURE = { width: 160, height: 90, framesPerSecond: 10 } as const;
const GIVE_UP_MS = 30_000;
/** An event of Socket.IO that carries a description or candidates. */
const SIGNAL = /^42.*"(sdp|candidates?)":/s;

declare global {
  /** Of each peer connection that has connected: when, ms since the epoch. */
  var connectedAt: number[];
}

interface Round {
  /** Until each of the six has a connection to each of the other five. */
  readonly allConnectedMs: number;
  /** Until each of the six sees each of the other five. */
  readonly allSeenMs: number;
  /** Signals that the server has delivered. */
  readonly deliveries: number;
}

/** Six people join at the same moment. */
export async function printSix(arena: Arena, browser: Browser, rounds: number): Promise<void> {
  for (const microphone of [false, true]) await printRounds(arena, browser, rounds, microphone);
}

/** @param microphone without, as six voices of one machine take most of two cores, whoever sends them */
async function printRounds(
  arena: Arena,
  browser: Browser,
  rounds: number,
  microphone: boolean,
): Promise<void> {
  const contenders = [arena.ours, arena.broadcast];
  const results = new Map<Contender, Round[]>(contenders.map((contender) => [contender, []]));
  for (let number = 0; number < rounds; number += 1) {
    for (const contender of contenders) {
      results.get(contender)?.push(await round(arena, browser, contender, microphone));
    }
  }
  const times = (contender: Contender, until: 'allConnectedMs' | 'allSeenMs'): number[] =>
    (results.get(contender) ?? []).map((result) => result[until]);
  const deliveries = (contender: Contender): number =>
    median((results.get(contender) ?? []).map((result) => result.deliveries));
  printTable(
    `Six people join at once, ${microphone ? 'with' : 'without'} a voice: ${rounds} rounds, signaling round trip ${2 * ONE_WAY_MS} ms`,
    [
      ['', 'connected', 'p95', 'all seen', 'p95', 'signals delivered', 'of the broadcast'],
      ...contenders.map((contender) => [
        contender.name,
        inMs(median(times(contender, 'allConnectedMs'))),
        inMs(percentile(times(contender, 'allConnectedMs'), 0.95)),
        inMs(median(times(contender, 'allSeenMs'))),
        inMs(percentile(times(contender, 'allSeenMs'), 0.95)),
        String(deliveries(contender)),
        ratio(deliveries(contender), deliveries(arena.broadcast)),
      ]),
      ['to reach', '', microphone ? '' : '<= 5000 ms', '', '', '', '<= 0.20x'],
    ],
  );
}

async function round(
  arena: Arena,
  browser: Browser,
  contender: Contender,
  microphone: boolean,
): Promise<Round> {
  let deliveries = 0;
  const people = await contender.room(PEOPLE);
  const pages = await Promise.all(
    people.map((person) =>
      arena.visit(browser, contender, { ...person, microphone }, async (opened) => {
        await useCanvasCamera(opened, PICTURE);
        await opened.addInitScript(watchConnections);
        opened.on('websocket', (socket) => {
          socket.on('framereceived', ({ payload }) => {
            if (SIGNAL.test(payload.toString())) deliveries += 1;
          });
        });
      }),
    ),
  );
  const start = Date.now();
  const ends = await Promise.all(pages.map((page) => joinUntilAllSeen(page)));
  await Promise.all(pages.map((page) => page.context().close()));
  return {
    allConnectedMs: Math.max(...ends.map(({ connected }) => connected)) - start,
    allSeenMs: Math.max(...ends.map(({ seen }) => seen)) - start,
    deliveries,
  };
}

/** Runs in the page, before its own code. */
function watchConnections(): void {
  globalThis.connectedAt = [];
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      const look = (): void => {
        if (this.connectionState !== 'connected') return;
        globalThis.connectedAt.push(Date.now());
        this.removeEventListener('connectionstatechange', look);
      };
      this.addEventListener('connectionstatechange', look);
    }
  };
}

/**
 * @returns when the page was connected to the last of the others, and when it had the first picture
 *   of the last of them; `Infinity` for never
 */
async function joinUntilAllSeen(page: Page): Promise<{ connected: number; seen: number }> {
  const [connected, seen] = await page.evaluate(
    async ([others, giveUpMs]) => {
      const last = (times: number[]): number | null =>
        times.length < others ? null : Math.max(...times.sort((a, b) => a - b).slice(0, others));
      const firstPictures = (): number[] =>
        Object.values(globalThis.remoteFrames).flatMap((frames) => frames.slice(0, 1));
      const start = Date.now();
      void globalThis.callPage.join();
      while (
        Date.now() - start < giveUpMs &&
        (last(globalThis.connectedAt) === null || last(firstPictures()) === null)
      ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return [last(globalThis.connectedAt), last(firstPictures())];
    },
    [PEOPLE - 1, GIVE_UP_MS] as const,
  );
  return { connected: connected ?? Infinity, seen: seen ?? Infinity };
}
