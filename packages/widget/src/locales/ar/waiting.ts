import type { WaitingTerms } from '../waiting-terms.ts';

export const waiting: WaitingTerms = {
  heading: 'بانتظار الإذن بالدخول',
  help: 'سيتم الدخول تلقائيًا فور موافقة مسؤول المقابلة. يُرجى إبقاء هذه الصفحة مفتوحة.',
  heard: 'وصل طلب الدخول.',
  leave: 'إيقاف الانتظار والمغادرة',
};
