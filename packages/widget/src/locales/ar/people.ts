import type { PeopleTerms } from '../people-terms.ts';
import { minutes, people as peopleCount } from './counts.ts';
import { isolated } from './isolated.ts';

export const people: PeopleTerms = {
  actionsFor: (name) => `إجراءات ${isolated(name)}`,
  askToMute: 'طلب إيقاف الميكروفون',
  askedToMute: (name) => `طُلب من ${isolated(name)} إيقاف الميكروفون.`,
  sendToLobby: 'إعادة إلى غرفة الانتظار',
  remove: 'إخراج',
  cancel: 'إلغاء',
  refuseQuestion: (name) => ({
    heading: `هل تريد رفض دخول ${isolated(name)}؟`,
    text: 'لن يكون بالإمكان طلب دخول هذه المقابلة مرة أخرى.',
    confirm: 'رفض',
  }),
  removeQuestion: (name) => ({
    heading: `هل تريد إخراج ${isolated(name)}؟`,
    text: 'سيتم الخروج من المكالمة فورًا، ولا يمكن العودة إلى هذه المقابلة.',
    confirm: 'إخراج',
  }),
  lobbyQuestion: (name) => ({
    heading: `هل تريد إعادة ${isolated(name)} إلى غرفة الانتظار؟`,
    text: 'سيتم الخروج من المكالمة والانتظار حتى السماح بالدخول مرة أخرى.',
    confirm: 'إعادة إلى غرفة الانتظار',
  }),
  endQuestion: (count) => ({
    heading: 'هل تريد إنهاء المقابلة للجميع؟',
    text: `سيغادر المكالمة ${peopleCount(count)} بمن فيهم أنت، ولن يتمكن أحد من العودة.`,
    confirm: 'إنهاء للجميع',
  }),
  word: 'كلمة توضيحية (اختيارية)',
  wordHelp: (name) => `ستظهر على شاشة ${isolated(name)}.`,
  refuseWords: [
    'سنتواصل معك بشأن موعد آخر.',
    'بدأت المقابلة بالفعل، ولا يمكن الدخول الآن.',
    'يبدو أن هذا الاسم ليس في قائمة هذه المقابلة.',
  ],
  removeWords: ['انتهت مقابلة اليوم. شكرًا لك.', 'ننتقل الآن إلى الجزء التالي. شكرًا لك.'],
  thisInterview: 'هذه المقابلة',
  endsAt: (time) => `تنتهي في ${time}.`,
  extendTime: 'تمديد الوقت',
  extendBy: (count) => `تمديد ${minutes(count, 'after')}`,
  extendShort: (count) => `+${count} د`,
  endForAll: 'إنهاء للجميع',
  knockSound: 'صوت عند وجود من ينتظر',
  knockSoundHelp: 'نغمة خافتة تنبّه إلى أن هناك من يطلب الدخول.',
};
