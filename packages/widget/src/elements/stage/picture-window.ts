import { html, nothing, render } from 'lit';
import { icon } from '../../icons/icons.ts';
import type { LocalDevice } from '../../engine/session-snapshot.ts';
import type { PictureView } from './picture-view.ts';
import { pictureWindowCss } from './picture-window.styles.ts';

/** WICG Document Picture-in-Picture; not in the declarations of TypeScript yet. */
interface DocumentPictureInPicture {
  requestWindow(options: {
    readonly width: number;
    readonly height: number;
  }): Promise<Window & typeof globalThis>;
}

export interface PictureWindow {
  show(view: PictureView): void;
  onClose(listener: () => void): void;
  close(): void;
}

const SIZE = { width: 360, height: 270 };
/** What a host page may have set. */
const TOKENS = /--rendev-[\w-]+/g;

/**
 * Opens the window. It gets a second video of the same stream and does not take the tile's own: the
 * picture in the page goes on, the sound stays where it was let start, and nothing has to come back.
 *
 * @param near element whose colours and font the window takes
 */
export async function openPictureWindow(near: HTMLElement): Promise<PictureWindow> {
  const { documentPictureInPicture } = window as unknown as {
    readonly documentPictureInPicture: DocumentPictureInPicture;
  };
  const opened = await documentPictureInPicture.requestWindow(SIZE);
  dress(opened, near);
  const { body, documentElement } = opened.document;
  return {
    show(view) {
      documentElement.lang = view.locale;
      documentElement.dir = view.direction;
      opened.document.title = view.t.call;
      render(pictureTemplate(view), body, { creationScope: opened.document });
      showStream(body.querySelector('video'), view.tile?.stream ?? null);
    },
    onClose(listener) {
      opened.addEventListener('pagehide', listener, { once: true });
    },
    close() {
      opened.close();
    },
  };
}

/** A constructed sheet: a policy for content may forbid `<style>`. */
function dress(opened: Window & typeof globalThis, near: HTMLElement): void {
  const sheet = new opened.CSSStyleSheet();
  sheet.replaceSync(pictureWindowCss);
  opened.document.adoptedStyleSheets = [sheet];
  const { style } = opened.document.documentElement;
  const computed = getComputedStyle(near);
  style.fontFamily = computed.fontFamily;
  for (const token of new Set(pictureWindowCss.match(TOKENS))) {
    style.setProperty(token, computed.getPropertyValue(token));
  }
}

function showStream(video: HTMLVideoElement | null, stream: MediaStream | null): void {
  if (video === null || video.srcObject === stream) return;
  video.srcObject = stream;
  // Without sound the browser lets it start; AbortError says that the next stream has come.
  video.play().catch(() => undefined);
}

function pictureTemplate({ tile, media, t, setMicrophone, setCamera, leave }: PictureView) {
  return html`<main class=${tile?.condition ? 'dimmed' : ''}>
    ${
      tile === null
        ? html`<p class="lead">${t.alone}</p>`
        : html`
            <video
              muted
              .muted=${true}
              playsinline
              class="${tile.picture ? '' : 'off'} ${tile.kind} ${tile.mirrored ? 'mirrored' : ''}"
              aria-hidden="true"
            ></video>
            ${tile.picture ? nothing : html`<p class="lead"><bdi>${tile.name}</bdi></p>`}
            ${tile.condition ? html`<p class="condition">${tile.condition}</p>` : nothing}
            <p class="name">
              ${
                tile.muted
                  ? html`${icon('microphoneOff')}<span class="spoken">${t.muted}</span>`
                  : nothing
              }
              <bdi>${tile.name}</bdi>
            </p>
          `
    }
    <div class="bar" role="group" aria-label=${t.controls}>
      ${deviceButton('microphone', media.microphone, t, setMicrophone)}
      ${deviceButton('camera', media.camera, t, setCamera)}
      <button class="leave" type="button" aria-label=${t.leave} title=${t.leave} @click=${leave}>
        ${icon('leave')}
      </button>
    </div>
  </main>`;
}

function deviceButton(
  kind: 'microphone' | 'camera',
  { status }: LocalDevice,
  t: PictureView['t'],
  set: (on: boolean) => void,
) {
  const on = status === 'on' || status === 'interrupted';
  const label = on ? t[`${kind}Off`] : t[`${kind}On`];
  return html`<button
    class=${on ? '' : 'stopped'}
    type="button"
    data-control=${kind}
    aria-busy=${status === 'starting' ? 'true' : 'false'}
    aria-label=${label}
    title=${label}
    @click=${() => {
      set(!on);
    }}
  >
    ${icon(on ? kind : `${kind}Off`)}
  </button>`;
}
