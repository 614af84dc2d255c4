import { closeSync, openSync, writeSync } from 'node:fs';

interface Film {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

/** Chromium begins again at the end. */
const SECONDS = 4;

/**
 * Writes a moving picture for `--use-file-for-fake-video-capture`: a camera that costs the browser as
 * little as a real one. Fine grains cost an encoder as much as a real picture.
 */
export function writeFilm(path: string, { width, height, framesPerSecond }: Film): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`);
    const wide = width * 2;
    const grain = Buffer.alloc(wide * height);
    // Grains of 2x2 px, as those of one would be lost in the scaling down.
    for (let y = 0; y < height; y += 2) {
      for (let x = 0; x < wide; x += 2) {
        const light = 80 + Math.random() * 100;
        grain.fill(light, y * wide + x, y * wide + x + 2);
      }
      grain.copy(grain, (y + 1) * wide, y * wide, (y + 1) * wide);
    }
    const colour = Buffer.alloc((width * height) / 2, 128);
    for (let frame = 0; frame < SECONDS * framesPerSecond; frame += 1) {
      writeSync(file, 'FRAME\n');
      const from = (frame * 4) % width;
      for (let y = 0; y < height; y += 1) {
        writeSync(file, grain, y * wide + from, width);
      }
      writeSync(file, colour);
    }
  } finally {
    closeSync(file);
  }
}
