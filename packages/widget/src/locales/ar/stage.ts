import type { StageTerms } from '../stage-terms.ts';
import { isolated } from './isolated.ts';

export const stage: StageTerms = {
  speaking: 'التحدث جارٍ',
  pinPerson: (name) => `تثبيت صورة ${isolated(name)} كبيرةً`,
  pinScreen: (screen) => `تثبيت بحجم كبير: ${screen}`,
  pinSelf: 'تثبيت صورتي كبيرةً',
  hideSelf: 'إخفاء صورتي',
  showSelf: 'إظهار صورتي',
  saidHidden: 'أُخفيت صورتك هنا، وما زال الآخرون يرونها.',
  moveSelf: 'نقل صورتي',
  moveSelfHelp: 'يمكن الضغط عليها أو استخدام مفاتيح الأسهم لنقلها إلى زاوية أخرى.',
  saidMoved: {
    topLeft: 'نُقلت صورتك إلى أعلى اليسار.',
    topRight: 'نُقلت صورتك إلى أعلى اليمين.',
    bottomLeft: 'نُقلت صورتك إلى أسفل اليسار.',
    bottomRight: 'نُقلت صورتك إلى أسفل اليمين.',
  },
  saidReaction: (name, reaction) => `تفاعل من ${isolated(name)}: ${reaction}`,
  saidOwnReaction: (reaction) => `تم إرسال التفاعل: ${reaction}`,
};
