import type { InterviewCreate, InterviewCreated } from '@rendev/interview-protocol';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, newVisitor, type Visitor } from '../e2e/browser.ts';
import { decodesFrames } from '../e2e/media.ts';
import { joinCall } from '../e2e/room.ts';
import { ChildServer } from './child-server.ts';
import { type HostPage, startHostPage } from './host-page.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** A person of the call: a browser of its own, and a line of its own to the server. */
export interface Person extends Visitor {
  readonly context: BrowserContext;
  readonly browser: Browser;
  readonly line: TcpProxy;
  readonly link: string;
}

/** A server that can be killed, a host site, and people whose lines to the server can be broken. */
export class FaultLab {
  readonly server: ChildServer;
  readonly #site: HostPage;
  readonly #closing: (() => Promise<unknown>)[] = [];

  /** @param environment further settings of the server */
  static async start(environment: Readonly<Record<string, string>> = {}): Promise<FaultLab> {
    const site = await startHostPage();
    return new FaultLab(site, await ChildServer.create(site.url, environment));
  }

  private constructor(site: HostPage, server: ChildServer) {
    this.#site = site;
    this.server = server;
  }

  get elsewhere(): string {
    return `${this.#site.url}/elsewhere`;
  }

  /** A page of the host site; the script never comes by way of a person's line. */
  pageUrl(attributes: Readonly<Record<string, string>>): string {
    const script = `${this.server.url}/rendev-interview.js`;
    return `${this.#site.url}/?${new URLSearchParams({ script, ...attributes }).toString()}`;
  }

  /** An interview for two that is open now. */
  book(more: Partial<InterviewCreate> = {}): Promise<InterviewCreated> {
    return this.server.book({
      ...more,
      title: '인터뷰',
      scheduledAt: new Date().toISOString(),
      participants: [
        { role: 'interviewer', name: '인터뷰어' },
        { role: 'candidate', name: '지원자' },
      ],
    });
  }

  /** A person with a personal code, before the door. */
  async visitor(code: string | null | undefined, launched?: Browser): Promise<Person> {
    const browser = launched ?? (await launchBrowser());
    if (launched === undefined) this.#closing.push(() => browser.close());
    const line = await TcpProxy.start(this.server.port);
    this.#closing.push(() => line.close());
    const link = `${this.pageUrl({ server: line.url })}#code=${code ?? ''}`;
    return { ...(await newVisitor(browser)), browser, line, link };
  }

  /** The two people of a new interview, in the call, seeing each other. */
  async call(more: Partial<InterviewCreate> = {}): Promise<readonly [Person, Person]> {
    const { participants } = await this.book(more);
    const people = await Promise.all([
      this.visitor(participants[0]?.code),
      this.visitor(participants[1]?.code),
    ]);
    for (const { page, link } of people) await joinCall(page, link);
    await Promise.all(people.map(({ page }) => decodesFrames(page)));
    return people;
  }

  async close(): Promise<void> {
    await Promise.all(this.#closing.splice(0).map((close) => close()));
    await Promise.all([this.server.close(), this.#site.close()]);
  }
}
