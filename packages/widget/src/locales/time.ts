const DATE = { month: 'long', day: 'numeric', weekday: 'short' } as const;
const TIME = { hour: 'numeric', minute: '2-digit' } as const;

/** Made once each: one takes as long to make as a hundred times take to write. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** The zone of the person's own device. */
export const viewerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function parts(ms: number, locale: string, options: Intl.DateTimeFormatOptions) {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatter(locale, options).formatToParts(ms)) {
    found[part.type] ??= part.value;
  }
  return found;
}

/**
 * Time of day. Some builds of ICU write `PM 1:00` in Korean, so that form is put together here.
 *
 * @param timeZone IANA name; an unknown one falls back to the viewer's
 */
export function clockTime(ms: number, locale: string, timeZone: string): string {
  const zone = knownZone(timeZone);
  if (!locale.startsWith('ko')) {
    return formatter(locale, { ...TIME, timeZone: zone }).format(ms);
  }
  const { hour = '0', minute = '00' } = parts(ms, 'en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const h = Number(hour);
  return `${h < 12 ? '오전' : '오후'} ${h % 12 === 0 ? 12 : h % 12}:${minute}`;
}

export function calendarDate(ms: number, locale: string, timeZone: string): string {
  return formatter(locale, { ...DATE, timeZone: knownZone(timeZone) }).format(ms);
}

/** Both together, as the language joins them. */
export function dateAndTime(ms: number, locale: string, timeZone: string): string {
  if (locale.startsWith('ko')) {
    return `${calendarDate(ms, locale, timeZone)} ${clockTime(ms, locale, timeZone)}`;
  }
  return formatter(locale, {
    ...DATE,
    ...TIME,
    timeZone: knownZone(timeZone),
  }).format(ms);
}

/** Such as `대한민국 표준시` or `Korean Standard Time`. */
export function zoneName(ms: number, locale: string, timeZone: string): string {
  const named = parts(ms, locale, { timeZone: knownZone(timeZone), timeZoneName: 'long' });
  return named.timeZoneName ?? timeZone;
}

/** Whether two zones show the same time and date at that moment. */
export function sameClock(ms: number, one: string, other: string): boolean {
  const show = (zone: string) =>
    formatter('en', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: knownZone(zone),
    }).format(ms);
  return show(one) === show(other);
}

/** `m:ss`, or `h:mm:ss` from an hour on; never below zero. */
export function countdownClock(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(total % 60)}`
    : `${minutes}:${pad(total % 60)}`;
}

function knownZone(timeZone: string): string {
  try {
    formatter('en', { timeZone });
    return timeZone;
  } catch {
    return viewerZone();
  }
}
