import { textsOf } from './texts.ts';

/** What stands in the entry of a calendar. */
export interface CalendarTerms {
  /** @param when date, time and name of the zone, as the countdown shows them */
  readonly startsAt: (when: string, zone: string) => string;
  /** @param opensAt when one may enter */
  readonly opensAt: (opensAt: string) => string;
  readonly enter: (address: string) => string;
}

export const calendarTerms = textsOf<CalendarTerms>('calendar', {
  ko: {
    startsAt: (when, zone) => `${when} (${zone})에 시작합니다.`,
    opensAt: (opensAt) => `${opensAt}부터 입장할 수 있어요.`,
    enter: (address) => `입장하는 곳: ${address}`,
  },
  en: {
    startsAt: (when, zone) => `Starts at ${when} (${zone}).`,
    opensAt: (opensAt) => `You can enter from ${opensAt}.`,
    enter: (address) => `Enter here: ${address}`,
  },
});
