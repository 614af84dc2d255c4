import type { CalendarTerms } from '../calendar-terms.ts';

export const calendar: CalendarTerms = {
  startsAt: (when, zone) => `Bắt đầu lúc ${when} (${zone}).`,
  opensAt: (opensAt) => `Bạn có thể vào từ ${opensAt}.`,
  enter: (address) => `Vào tại đây: ${address}`,
};
