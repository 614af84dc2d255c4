import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { FaultLab, Person } from '../../tests/faults/fault-lab.ts';
import { storedTexts, viewOf } from '../../tests/faults/page-view.ts';
import { joinCall } from '../../tests/e2e/room.ts';
import { smallPictures } from '../../tests/e2e/small-pictures.ts';
import { until } from '../../tests/e2e/until.ts';

/** Four with their pictures keep two slow cores busy without doing anything. */
const NAMES = ['인터뷰어', '지원자 하나', '지원자 둘'];
const WINDOW = { width: 720, height: 480 };
const MEND_MS = 45_000;
/** Several people of one machine, one of whom shares a screen, make every press wait. */
const PATIENCE_MS = 90_000;

/** Three people in one call, and what they do. */
export class SoakCall {
  readonly people: readonly Person[];
  readonly #sent: string[] = [];

  /** @param browsers one for the first person, one for the others */
  static async start(lab: FaultLab, browsers: readonly [Browser, Browser]): Promise<SoakCall> {
    const { participants } = await lab.server.book({
      scheduledAt: new Date().toISOString(),
      maxParticipants: NAMES.length,
      participants: NAMES.map((name, index) => ({
        role: index === 0 ? 'interviewer' : 'candidate',
        name,
      })),
    });
    const people: Person[] = [];
    for (const [index, { code }] of participants.entries()) {
      const person = await lab.visitor(code, browsers[index === 0 ? 0 : 1]);
      person.page.setDefaultTimeout(PATIENCE_MS);
      await person.page.setViewportSize(WINDOW);
      await person.page.addInitScript(smallPictures);
      await person.page.addInitScript(smallScreens);
      await joinCall(person.page, person.link);
      people.push(person);
    }
    return new SoakCall(people);
  }

  private constructor(people: readonly Person[]) {
    this.people = people;
  }

  get sent(): number {
    return this.#sent.length;
  }

  /** One after the other, so that there is one right order. */
  async chat(): Promise<void> {
    for (const { page } of this.people) {
      const text = `${this.#sent.length}번째 메시지`;
      this.#sent.push(text);
      await page.evaluate(async (message) => {
        await document.querySelector('rendev-interview')?.session.sendMessage(message);
      }, text);
    }
  }

  /** Off and on again. */
  async mute({ page }: Person): Promise<void> {
    await page.evaluate(async () => {
      const session = document.querySelector('rendev-interview')?.session;
      await session?.setMicrophoneEnabled(false);
      await session?.setCameraEnabled(false);
      await session?.setMicrophoneEnabled(true);
      await session?.setCameraEnabled(true);
    });
  }

  async share({ page }: Person): Promise<void> {
    await page.getByRole('button', { name: '화면 공유', exact: true }).click();
    await this.#allOthersSeeScreen(page, true);
    await page.getByRole('button', { name: '화면 공유 끝내기' }).first().click();
    await this.#allOthersSeeScreen(page, false);
  }

  /** Breaks the line to the server while everybody writes. */
  async drop({ line }: Person): Promise<void> {
    line.drop();
    await this.chat();
  }

  async rejoin({ page, link }: Person): Promise<void> {
    const code = new URL(link).hash.replace('#code=', '');
    await page.evaluate(async (own) => {
      const session = document.querySelector('rendev-interview')?.session;
      await session?.leave();
      await session?.enter({ code: own });
      await session?.join();
    }, code);
  }

  /** Throws when anybody misses somebody, or a link, and it does not mend. */
  async stands(): Promise<void> {
    for (const { page } of this.people) {
      await until(
        'everybody is connected to everybody',
        () =>
          page.evaluate((others) => {
            const snapshot = document.querySelector('rendev-interview')?.session.snapshot;
            const people = snapshot?.participants ?? [];
            return (
              snapshot?.state.name === 'in-call' &&
              people.length === others &&
              people.every((p) => p.link === 'connected' && p.presence === 'connected')
            );
          }, NAMES.length - 1),
        MEND_MS,
      );
    }
  }

  async #allOthersSeeScreen(sharing: Page, shown: boolean): Promise<void> {
    for (const { page } of this.people) {
      if (page === sharing) continue;
      await until(
        `the screen is ${shown ? 'seen' : 'gone'}`,
        () =>
          page.evaluate(
            (expected) =>
              document
                .querySelector('rendev-interview')
                ?.participants.some(({ screenStream }) => screenStream !== null) === expected,
            shown,
          ),
        MEND_MS,
      );
    }
  }

  /** Throws when a message is lost, doubled or out of order, or an error got out of a page. */
  async isRight(): Promise<void> {
    for (const [index, { page, errors }] of this.people.entries()) {
      await until(
        'the latest message is there',
        async () => (await storedTexts(page)).at(-1) === this.#sent.at(-1),
      );
      const texts = await storedTexts(page);
      // Who came in anew has the latest page of the chat.
      assert.deepEqual(texts, this.#sent.slice(index === 0 ? 0 : -texts.length), NAMES[index]);
      assert.deepEqual(errors, []);
      assert.equal((await viewOf(page)).others.length, NAMES.length - 1);
    }
  }
}

/** Runs in a page before everything else: what it shares is small, too. */
function smallScreens(): void {
  const { mediaDevices } = navigator;
  const getDisplayMedia = mediaDevices.getDisplayMedia.bind(mediaDevices);
  mediaDevices.getDisplayMedia = async (options) => {
    const stream = await getDisplayMedia(options);
    const [screen] = stream.getVideoTracks();
    await screen?.applyConstraints({ width: 320, height: 180, frameRate: 5 });
    return stream;
  };
}
