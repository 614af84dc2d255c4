import type { EndedTerms } from '../ended-terms.ts';
import { hours, minutes, seconds } from './counts.ts';

const ASK = 'إذا كان في الأمر خطأ، يُرجى الرجوع إلى الجهة الداعية إلى المقابلة.';
const THANKS = 'شكرًا على وقتك.';

export const ended: EndedTerms = {
  reasons: {
    left: ['تمت مغادرة المقابلة', THANKS],
    ended: ['انتهت المقابلة', THANKS],
    expired: ['انتهى وقت المقابلة', THANKS],
    canceled: ['أُلغيت المقابلة', ASK],
    removed: ['أنهى مسؤول المقابلة مشاركتك', ASK],
    rejected: ['لم يُسمح بالدخول', ASK],
    'duplicate-session': [
      'تم الانضمام إلى هذه المقابلة من نافذة أخرى',
      'للمتابعة هنا، يُرجى الانضمام مرة أخرى.',
    ],
    'network-lost': [
      'انقطع الاتصال بالمقابلة',
      'يُرجى التحقق من الاتصال بالإنترنت ثم الانضمام مرة أخرى.',
    ],
  },
  wordFrom: 'كلمة من مسؤول المقابلة',
  lasted: (duration) => `مدة اللقاء: ${duration}`,
  duration: (hourCount, minuteCount, secondCount) =>
    hourCount > 0
      ? minuteCount > 0
        ? `${hours(hourCount)} و${minutes(minuteCount)}`
        : hours(hourCount)
      : minuteCount > 0
        ? minutes(minuteCount)
        : seconds(secondCount),
  rejoin: 'الانضمام مرة أخرى',
  rating: {
    question: 'كيف كانت جودة المكالمة؟',
    scores: { 1: 'سيئة جدًا', 2: 'سيئة', 3: 'متوسطة', 4: 'جيدة', 5: 'ممتازة' },
    comment: 'إضافة أخرى (اختيارية)',
    commentHelp: 'تفيدنا معرفة ما كان مزعجًا في الصوت أو الصورة.',
    send: 'إرسال الرأي',
    thanks: 'شكرًا على رأيك.',
  },
};
