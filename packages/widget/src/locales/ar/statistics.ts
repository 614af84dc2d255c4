import type { StatisticsTerms } from '../statistics-terms.ts';

export const statistics: StatisticsTerms = {
  notMeasured: 'لم يُقَس شيء بعد.',
  path: 'المسار',
  direct: 'مباشر',
  relayed: 'عبر خادم وسيط',
  roundTrip: 'زمن الذهاب والإياب',
  available: 'سرعة الإرسال المتاحة',
  incoming: 'الوارد',
  outgoing: 'الصادر',
  screen: 'الشاشة المشتركة',
  speed: 'السرعة',
  loss: 'الفقد',
  jitter: 'التذبذب',
  size: 'الدقة',
  frames: 'الإطارات في الثانية',
  codec: 'الترميز',
  limit: 'سبب خفض الجودة',
  cpu: 'أداء هذا الجهاز',
  bandwidth: 'سرعة الإنترنت',
};
