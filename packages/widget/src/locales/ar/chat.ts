import type { ChatTerms } from '../chat-terms.ts';
import { characters, newMessages, people } from './counts.ts';
import { isolated } from './isolated.ts';

export const chat: ChatTerms = {
  log: 'المحادثة',
  empty: 'لا توجد رسائل بعد',
  emptyHelp: 'يمكن مشاركة رابط أو سؤال هنا، ولا يراه إلا المشاركون في هذه المقابلة.',
  earlier: 'إظهار الرسائل الأقدم',
  newest: 'الانتقال إلى أحدث رسالة',
  newMessages,
  mine: 'رسالتي',
  sending: 'جارٍ الإرسال',
  marks: { sent: 'أُرسلت', delivered: 'وصلت', read: 'قُرئت' },
  readBy: (count) => `اطّلع عليها: ${people(count)}`,
  failed: 'لم تُرسل هذه الرسالة.',
  retry: 'إعادة الإرسال',
  discard: 'حذف',
  more: 'عرض المزيد',
  less: 'عرض أقل',
  copy: 'نسخ الرسالة',
  copied: 'تم نسخ الرسالة.',
  copyFailed: 'تعذّر نسخ الرسالة.',
  typing: (name) => `${isolated(name)} بصدد الكتابة`,
  typingMany: (count) => `بصدد الكتابة: ${people(count)}`,

  message: 'الرسالة',
  placeholder: 'كتابة رسالة',
  send: 'إرسال',
  emoji: 'رموز تعبيرية',
  emojiLoading: 'جارٍ تحميل الرموز التعبيرية',
  emojiFailed: 'تعذّر تحميل الرموز التعبيرية.',
  tryAgain: 'إعادة المحاولة',
  left: (count) => `المتبقي ${characters(count)}`,
  tooLong: (count) => `أطول من الحد بمقدار ${characters(count, 'after')}`,

  settings: 'إعدادات إشعارات الدردشة',
  sound: 'صوت للرسائل الجديدة',
  soundHelp: 'صوت قصير عند وصول رسالة.',
  notice: 'إشعارات سطح المكتب',
  noticeHelp: 'إظهار الاسم والنص أثناء استخدام نافذة أخرى.',
  noticeBlocked: 'المتصفح يمنع الإشعارات. يُرجى السماح بها في إعدادات الموقع بجوار العنوان.',

  saidMessage: (name, text) => `رسالة من ${isolated(name)}: ${isolated(text)}`,
  saidMany: (count) => `لديك ${newMessages(count)}.`,
  saidFailed: 'لم تُرسل رسالتك.',
};
