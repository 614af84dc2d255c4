import type { CalendarTerms } from '../calendar-terms.ts';
import { isolated } from './isolated.ts';

export const calendar: CalendarTerms = {
  startsAt: (when, zone) => `تبدأ في ${when} (${zone}).`,
  opensAt: (opensAt) => `يمكن الدخول ابتداءً من ${opensAt}.`,
  enter: (address) => `الدخول من هنا: ${isolated(address)}`,
};
