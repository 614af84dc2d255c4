import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Safari on the iPhone fills the screen with a video, and with nothing else. */
type IosVideo = HTMLVideoElement & {
  readonly webkitSupportsFullscreen?: boolean;
  readonly webkitEnterFullscreen?: () => void;
  readonly webkitExitFullscreen?: () => void;
  readonly webkitDisplayingFullscreen?: boolean;
};

/** The whole call on the whole screen, for as long as the host is in a document. */
export class FullScreen implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #largeVideo: () => HTMLVideoElement | null;
  readonly #changed: (on: boolean) => void;
  #lifetime: AbortController | null = null;
  #video: IosVideo | null = null;
  #isOn = false;

  /** @param changed told when it begins and when it ends, by whatever */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    largeVideo: () => HTMLVideoElement | null,
    changed: (on: boolean) => void,
  ) {
    this.#host = host;
    this.#largeVideo = largeVideo;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.addEventListener('fullscreenchange', this.#read, { signal });
  }

  hostDisconnected(): void {
    if (this.#isOn) void leave(this.#video);
    this.#lifetime?.abort();
    this.#isOn = false;
  }

  /** Not in an iframe without `fullscreen`, and not in a browser that has none. */
  get isPossible(): boolean {
    return document.fullscreenEnabled || canFillScreen(this.#largeVideo());
  }

  /** To be called from a click or a key. */
  async toggle(): Promise<void> {
    if (this.#isOn) {
      await leave(this.#video);
    } else if (document.fullscreenEnabled) {
      // The browser may refuse, as to a click of long ago; then nothing has changed.
      await outermost(this.#host)
        .requestFullscreen()
        .catch(() => undefined);
    } else {
      this.#fillWith(this.#largeVideo());
    }
  }

  #fillWith(video: IosVideo | null): void {
    if (!canFillScreen(video) || this.#lifetime === null) return;
    const { signal } = this.#lifetime;
    this.#video = video;
    for (const type of ['webkitbeginfullscreen', 'webkitendfullscreen']) {
      video.addEventListener(type, this.#read, { signal });
    }
    video.webkitEnterFullscreen?.();
  }

  readonly #read = (): void => {
    const filled = this.#video?.webkitDisplayingFullscreen ?? false;
    const isOn = filled || outermost(this.#host).matches(':fullscreen');
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#changed(isOn);
  };
}

function canFillScreen(video: IosVideo | null): video is IosVideo {
  return video?.webkitSupportsFullscreen === true;
}

async function leave(video: IosVideo | null): Promise<void> {
  if (video?.webkitDisplayingFullscreen) video.webkitExitFullscreen?.();
  else if (document.fullscreenElement !== null) await document.exitFullscreen();
}

/** The element that the host page has put there, with everything of ours in it. */
function outermost(element: HTMLElement): HTMLElement {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot) || !(root.host instanceof HTMLElement)) return element;
  return root.host.localName.startsWith('rendev-') ? outermost(root.host) : element;
}
