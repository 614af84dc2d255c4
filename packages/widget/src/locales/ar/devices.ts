import type { DeviceTerms } from '../device-terms.ts';

export const device: DeviceTerms = {
  defaultDevice: 'الجهاز الافتراضي',
  unnamed: {
    microphone: (number) => `الميكروفون ${number}`,
    camera: (number) => `الكاميرا ${number}`,
    speaker: (number) => `مكبر الصوت ${number}`,
  },
  testSound: 'تشغيل صوت تجريبي',
  status: {
    off: 'قيد الإيقاف',
    starting: 'جارٍ التشغيل',
    on: 'قيد التشغيل',
    interrupted: 'قيد الاستخدام في تطبيق آخر',
    failed: 'غير متاح الآن',
  },
  heard: 'الصوت مسموع',
  interruptedHelp: 'سيعود ذلك تلقائيًا بعد انتهاء المكالمة الهاتفية أو التطبيق الآخر.',
  cameraInterrupted: 'هناك تطبيق آخر يستخدم الكاميرا',
  lowData: 'توفير البيانات',
  lowDataHelp: 'إرسال صورة أصغر واستقبالها.',
};
