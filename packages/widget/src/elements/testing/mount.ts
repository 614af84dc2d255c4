import { RendevInterview } from '../interview/interview.ts';
import { register } from '../../define/register.ts';
import type { CodeEntry, SessionOptions } from '../../engine/session.ts';
import type { SessionSnapshot } from '../../engine/session-snapshot.ts';
import { FakePermissions } from '../../engine/testing/fake-permissions.ts';
import { screenOf, tagOf } from '../interview/screens.ts';
import { SessionDouble } from './session-double.ts';
import { emptySnapshot } from './snapshots.ts';

/** The element with a session that the test holds. */
export class TestInterview extends RendevInterview {
  readonly doubles: SessionDouble[] = [];
  /** What each session was opened with. */
  readonly opened: SessionOptions[] = [];
  first: SessionSnapshot = emptySnapshot();
  keptEntry: CodeEntry | null = null;

  get double(): SessionDouble {
    const double = this.doubles.find((one) => one === this.session);
    if (double === undefined) throw new Error('the session is no double');
    return double;
  }

  protected override createSession(options: SessionOptions): SessionDouble {
    this.opened.push(options);
    const double = new SessionDouble(this.first);
    double.keptEntry = this.keptEntry;
    this.doubles.push(double);
    return double;
  }
}

export interface MountOptions {
  readonly lang?: string;
  readonly theme?: 'light' | 'dark';
  readonly attributes?: Readonly<Record<string, string>>;
  /** px; the default is a desktop's. */
  readonly width?: number;
  /** What the session has kept from before a reload. */
  readonly keptEntry?: CodeEntry;
  /** What the browser remembers of microphone and camera; by default what it does of this page. */
  readonly permission?: PermissionState;
}

const mounted = new Set<Element>();
let permissions: FakePermissions | undefined;

export async function mount({
  lang = 'ko',
  theme = 'light',
  attributes = {},
  width = 1000,
  keptEntry,
  permission,
}: MountOptions = {}): Promise<TestInterview> {
  register('rendev-test-interview', TestInterview);
  remember(permission);
  const element = document.createElement('rendev-test-interview');
  element.lang = lang;
  element.keptEntry = keptEntry ?? null;
  for (const [name, value] of Object.entries({ theme, ...attributes })) {
    element.setAttribute(name, value);
  }
  element.style.setProperty('width', `${width}px`);
  element.style.setProperty('height', '640px');
  document.body.append(element);
  mounted.add(element);
  await element.updateComplete;
  return element;
}

export function unmountAll(): void {
  remember(undefined);
  for (const element of mounted) element.remove();
  mounted.clear();
}

function remember(permission: PermissionState | undefined): void {
  permissions?.restore();
  permissions = permission && new FakePermissions();
  for (const kind of ['microphone', 'camera'] as const)
    permissions?.set(kind, permission ?? 'prompt');
}

/** Shows a snapshot, and waits until its screen is loaded and rendered through. */
export async function show(element: TestInterview, snapshot: SessionSnapshot): Promise<void> {
  element.double.set(snapshot);
  await settled(element);
}

export async function settled(element: TestInterview): Promise<void> {
  await element.updateComplete;
  const { state } = element.session.snapshot;
  await customElements.whenDefined(tagOf(screenOf(state, Boolean(element.ticket), 'entering')));
  await element.updateComplete;
  const screen = element.renderRoot.querySelector('[data-screen]');
  if (screen === null) return;
  await rendered(screen);
  // Focus and announcements of a new screen come after its first render.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
}

async function rendered(element: Element): Promise<void> {
  const pending = element as Partial<{ updateComplete: Promise<unknown> }>;
  await pending.updateComplete;
  for (const child of element.shadowRoot?.querySelectorAll('*') ?? []) {
    if (child.shadowRoot) await rendered(child);
  }
}

/** All elements under a root that match, through every shadow root. */
export function deepAll(root: Element, selector: string): HTMLElement[] {
  const shadow = root.shadowRoot;
  if (shadow === null) return [];
  return [
    ...shadow.querySelectorAll<HTMLElement>(selector),
    ...[...shadow.querySelectorAll('*')].flatMap((child) => deepAll(child, selector)),
  ];
}

/** The first element that matches, through every shadow root, as the class that the test expects. */
export function deep<Type extends HTMLElement = HTMLElement>(
  root: Element,
  selector: string,
  type?: new () => Type,
): Type {
  const found = deepAll(root, selector)[0];
  if (found === undefined) throw new Error(`nothing matches ${selector}`);
  if (type !== undefined && !(found instanceof type)) throw new Error(`${selector} is another`);
  return found as Type;
}

/** What a person reads, through every shadow root. */
export function deepText(root: Element): string {
  const walk = (node: Node): string => {
    if (node instanceof HTMLStyleElement) return '';
    if (node instanceof Text) return node.data;
    const source = node instanceof Element && node.shadowRoot !== null ? node.shadowRoot : node;
    return [...source.childNodes].map(walk).join('');
  };
  return walk(root).replace(/\s+/g, ' ').trim();
}

/** @throws after 20 s: a busy machine is no failure */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`never became true: ${condition.toString()}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rendev-test-interview': TestInterview;
  }
}
