import type { CalendarTerms } from '../calendar-terms.ts';

export const calendar: CalendarTerms = {
  startsAt: (when, zone) => `${when}（${zone}）に始まります。`,
  opensAt: (opensAt) => `${opensAt}から入室できます。`,
  enter: (address) => `入室はこちら: ${address}`,
};
