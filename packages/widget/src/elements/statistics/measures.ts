import type { DirectionStatistics, StreamStatistics } from '../../engine/link-statistics.ts';

/** One measured thing of one stream, both ways; `null` where it is not known. */
export interface Measure {
  readonly name: 'speed' | 'loss' | 'jitter' | 'size' | 'frames' | 'codec' | 'limit';
  readonly incoming: string | null;
  readonly outgoing: string | null;
}

/** What the texts need of the language. */
export interface Wording {
  /** For Intl. */
  readonly locale: string;
  readonly limits: Readonly<Record<NonNullable<StreamStatistics['limitedBy']>, string>>;
}

export type StreamName = keyof DirectionStatistics;

/** What is known of a stream, row by row. */
export function measuresOf(
  incoming: StreamStatistics | null,
  outgoing: StreamStatistics | null,
  { locale, limits }: Wording,
): Measure[] {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const texts: Record<Measure['name'], (stream: StreamStatistics) => string | null> = {
    speed: ({ kbps }) => speedText(kbps, locale),
    loss: ({ lossPercent }) => (lossPercent === null ? null : `${number.format(lossPercent)} %`),
    jitter: ({ jitterMs }) => (jitterMs === null ? null : `${Math.round(jitterMs)} ms`),
    size: ({ width, height }) =>
      width === null || height === null ? null : `${width} × ${height}`,
    frames: ({ framesPerSecond: frames }) => (frames === null ? null : `${Math.round(frames)}`),
    codec: ({ codec }) => codec,
    limit: ({ limitedBy }) => (limitedBy === null ? null : limits[limitedBy]),
  };
  return (Object.keys(texts) as Measure['name'][])
    .map((name) => ({
      name,
      incoming: incoming === null ? null : texts[name](incoming),
      outgoing: outgoing === null ? null : texts[name](outgoing),
    }))
    .filter((measure) => measure.incoming !== null || measure.outgoing !== null);
}

/** @param kbps kilobits per second */
export function speedText(kbps: number, locale: string): string {
  const [value, unit] = kbps < 1000 ? [kbps, 'kbps'] : [kbps / 1000, 'Mbps'];
  const digits = { maximumFractionDigits: unit === 'Mbps' ? 1 : 0 };
  return `${new Intl.NumberFormat(locale, digits).format(value)} ${unit}`;
}
