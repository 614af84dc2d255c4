import type { Page } from 'playwright-core';

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** Gives the page a plain, changing picture for a camera, which costs an encoder next to nothing; the microphone stays Chromium's. */
export async function useCanvasCamera(page: Page, picture: Picture): Promise<void> {
  await page.addInitScript(replaceCamera, picture);
}

function replaceCamera({ width, height, framesPerSecond }: Picture): void {
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);

  const film = (): MediaStreamTrack => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d');
    let drawn = 0;
    setInterval(() => {
      drawn += 1;
      if (!context) return;
      context.fillStyle = `hsl(${drawn % 360} 50% 50%)`;
      context.fillRect(0, 0, width, height);
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
