import type { Page } from 'playwright-core';

/** What the page's session believes, in a form that leaves the page. */
export interface PageView {
  readonly state: string;
  /** Why it ended, if it did. */
  readonly reason: string | null;
  readonly selfId: string | null;
  readonly others: readonly { readonly name: string; readonly presence: string }[];
  readonly microphone: string;
  readonly camera: string;
}

export function viewOf(page: Page): Promise<PageView> {
  return page.evaluate(() => {
    const snapshot = document.querySelector('rendev-interview')?.session.snapshot;
    const state = snapshot?.state;
    return {
      state: state?.name ?? '',
      reason: state?.name === 'ended' ? state.reason : null,
      selfId: snapshot?.self?.id ?? null,
      others: (snapshot?.participants ?? []).map(({ name, presence }) => ({ name, presence })),
      microphone: snapshot?.media.microphone.status ?? '',
      camera: snapshot?.media.camera.status ?? '',
    };
  });
}

/** Texts of the chat that are stored, in the order in which the page shows them. */
export function storedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (document.querySelector('rendev-interview')?.session.snapshot.chat.entries ?? []).flatMap(
      (entry) => (entry.status === 'sent' ? [entry.message.text] : []),
    ),
  );
}

/** Types messages without waiting for the server. */
export function type(page: Page, texts: readonly string[]): Promise<void> {
  return page.evaluate((messages) => {
    const session = document.querySelector('rendev-interview')?.session;
    // What fails stays in the outbox, and shows in what is stored at the end.
    for (const text of messages) session?.sendMessage(text).catch(() => undefined);
  }, texts);
}
