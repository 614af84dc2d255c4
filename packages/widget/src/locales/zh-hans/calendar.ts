import type { CalendarTerms } from '../calendar-terms.ts';

export const calendar: CalendarTerms = {
  startsAt: (when, zone) => `${when}（${zone}）开始。`,
  opensAt: (opensAt) => `${opensAt} 起可以进入。`,
  enter: (address) => `从这里进入：${address}`,
};
