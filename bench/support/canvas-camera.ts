import type { Page } from 'playwright-core';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** Fine grains cost an encoder as much as a real picture; a plain one costs it next to nothing. */
  readonly content: 'grain' | 'plain';
}

/** Gives the page a drawn, moving picture for a camera; the microphone stays Chromium's. */
export async function useCanvasCamera(page: Page, picture: Picture): Promise<void> {
  await page.addInitScript(replaceCamera, picture);
}

function replaceCamera({ width, height, framesPerSecond, content }: Picture): void {
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

  const film = (): MediaStreamTrack => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    const grain = document.createElement('canvas');
    Object.assign(grain, { width: width / 2, height: height / 2 });
    const pixels = new ImageData(grain.width, grain.height);
    for (let at = 0; at < pixels.data.length; at += 1) {
      pixels.data[at] = at % 4 === 3 ? 255 : 100 + Math.random() * 100;
    }
    grain.getContext('2d')?.putImageData(pixels, 0, 0);
    let drawn = 0;
    setInterval(() => {
      drawn += 1;
      if (content === 'grain') {
        context?.drawImage(grain, -(drawn % 60), -(drawn % 40), 2 * width, 2 * height);
      } else if (context) {
        context.fillStyle = `hsl(${drawn % 360} 50% 50%)`;
        context.fillRect(0, 0, width, height);
      }
    }, 1_000 / framesPerSecond);
    const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
    if (!track) throw new Error('A canvas has a picture');
    return track;
  };

  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const stream = audio ? await getUserMedia({ audio }) : new MediaStream();
    if (video) stream.addTrack(film());
    return stream;
  };
}
