import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PictureView } from './picture-view.ts';
import type { PictureWindow } from './picture-window.ts';

/** Safari has the first from 13.1 on, and before that only the second. */
type PictureVideo = HTMLVideoElement & {
  readonly webkitSupportsPresentationMode?: (mode: string) => boolean;
  readonly webkitSetPresentationMode?: (mode: string) => void;
  readonly webkitPresentationMode?: string;
};

/** What picture-in-picture takes from the stage. */
export interface PictureSource {
  readonly view: () => PictureView | null;
  /** The large picture; `null` when there is none. */
  readonly video: () => HTMLVideoElement | null;
  readonly changed: (on: boolean) => void;
}

/**
 * The large picture in a window that stays above the others: one of ours with the most needed buttons
 * where the browser has the Document Picture-in-Picture API, else the browser's own around the video.
 */
export class PictureInPicture implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: PictureSource;
  #lifetime = new AbortController();
  #window: PictureWindow | null = null;
  #video: PictureVideo | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, source: PictureSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
  }

  hostDisconnected(): void {
    this.#lifetime.abort();
    void this.#close();
  }

  hostUpdated(): void {
    const view = this.#window && this.#source.view();
    if (view !== null) this.#window?.show(view);
  }

  get isOn(): boolean {
    return this.#window !== null || this.#video !== null;
  }

  get isPossible(): boolean {
    return this.isOn || canOpenWindow() || canFloat(this.#source.video());
  }

  /** To be called from a click or a key. */
  async toggle(): Promise<void> {
    if (this.isOn) {
      await this.#close();
      return;
    }
    try {
      if (canOpenWindow()) await this.#open();
      else await this.#float(this.#source.video());
    } catch {
      // The browser may refuse, as to a click of long ago; then nothing has changed.
    }
  }

  async #open(): Promise<void> {
    const { signal } = this.#lifetime;
    const { openPictureWindow } = await import('./picture-window.ts');
    const opened = await openPictureWindow(this.#host);
    if (signal.aborted) {
      opened.close();
      return;
    }
    this.#window = opened;
    opened.onClose(() => {
      if (this.#window !== opened) return;
      this.#window = null;
      this.#source.changed(false);
    });
    this.hostUpdated();
    this.#source.changed(true);
  }

  async #float(video: PictureVideo | null): Promise<void> {
    if (!canFloat(video)) return;
    const ended = new AbortController();
    const signal = AbortSignal.any([this.#lifetime.signal, ended.signal]);
    const end = () => {
      if (video.webkitPresentationMode === 'picture-in-picture') return;
      ended.abort();
      this.#video = null;
      this.#source.changed(false);
    };
    if (document.pictureInPictureEnabled) {
      await video.requestPictureInPicture();
      video.addEventListener('leavepictureinpicture', end, { signal });
    } else {
      video.webkitSetPresentationMode?.('picture-in-picture');
      video.addEventListener('webkitpresentationmodechanged', end, { signal });
    }
    this.#video = video;
    this.#source.changed(true);
  }

  async #close(): Promise<void> {
    this.#window?.close();
    const video = this.#video;
    this.#video = null;
    if (video === null) return;
    if (document.pictureInPictureElement !== null) await document.exitPictureInPicture();
    else video.webkitSetPresentationMode?.('inline');
  }
}

/** It belongs to the page at the top: a frame within it cannot have one. */
function canOpenWindow(): boolean {
  return 'documentPictureInPicture' in window && window === window.top;
}

function canFloat(video: PictureVideo | null): video is PictureVideo {
  if (video === null) return false;
  // Firefox has neither.
  const isNew = 'pictureInPictureEnabled' in document && document.pictureInPictureEnabled;
  const isOld = video.webkitSupportsPresentationMode?.('picture-in-picture') ?? false;
  return isNew || isOld;
}
