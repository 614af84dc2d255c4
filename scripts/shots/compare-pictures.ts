/** Runs in the page. */

/** How much lighter or darker than all that is around it a pixel may be, of 255. */
const TOLERANCE = 24;
/** How far something may have moved to count as drawn a little otherwise, px. */
const REACH = 1;

/**
 * How many pixels of either PNG have nothing like them at their place in the other; all of them if the
 * sizes differ. Each colour is compared with the range around that place, so that letters and edges
 * may be smoothed otherwise, as on a machine with other fonts, but nothing may move by more than
 * {@link REACH}.
 *
 * @param one, other base64
 */
export async function differingPixels(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  if (a.width !== b.width || a.height !== b.height)
    return Math.max(a.data.length, b.data.length) / 4;
  return missing(a, b) + missing(b, a);
}

/** Pixels of one picture that the other does not have nearby. */
function missing(one: ImageData, other: ImageData): number {
  const { width, height } = one;
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const isMissing = [0, 1, 2].some((channel) => {
        const value = one.data[at + channel] ?? 0;
        if (value === other.data[at + channel]) return false;
        const [low, high] = rangeAround(other, x, y, channel);
        return value < low - TOLERANCE || value > high + TOLERANCE;
      });
      if (isMissing) count += 1;
    }
  }
  return count;
}

function rangeAround(
  { data, width, height }: ImageData,
  x: number,
  y: number,
  channel: number,
): readonly [low: number, high: number] {
  let [low, high] = [255, 0];
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row += 1) {
    for (
      let column = Math.max(0, x - REACH);
      column <= Math.min(width - 1, x + REACH);
      column += 1
    ) {
      const value = data[(row * width + column) * 4 + channel] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

async function pixelsOf(png: string): Promise<ImageData> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (canvas === null) throw new Error('no canvas');
  canvas.drawImage(bitmap, 0, 0);
  return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
}
