import type { CallTerms, LineOwner } from '../call-terms.ts';
import type { QualityReason } from '../../engine/session-snapshot.ts';
import { minutes } from './counts.ts';
import { isolated } from './isolated.ts';

const subject: Record<LineOwner, (name: string) => string> = {
  own: () => 'اتصالك بالإنترنت',
  theirs: (name) => `اتصال ${isolated(name)}`,
  between: (name) => `الاتصال مع ${isolated(name)}`,
};
const sentence: Record<QualityReason, (owner: LineOwner, name: string) => string> = {
  'packet-loss': (owner, name) => `${subject[owner](name)} غير مستقر، فقد يتقطع الصوت والصورة.`,
  delay: (owner, name) => `${subject[owner](name)} بطيء، فقد يصل الكلام متأخرًا.`,
  bandwidth: (owner, name) => `${subject[owner](name)} ضعيف، فقد تتشوش الصورة أو تتوقف.`,
  'path-lost': (owner, name) => `${subject[owner](name)} منقطع، وجارٍ استعادته.`,
  'participant-away': (_owner, name) => `انقطع اتصال ${isolated(name)}، والانتظار جارٍ.`,
  'no-path': (owner, name) =>
    `تعذّر توصيل الصوت والصورة مع ${owner === 'own' ? 'الآخرين' : isolated(name)}.`,
};
const remedy: Record<QualityReason, string> = {
  'packet-loss': 'يُفضَّل الاقتراب من جهاز التوجيه أو استخدام كابل.',
  delay: 'يُفضَّل إيقاف VPN أو إيقاف التنزيلات الأخرى مؤقتًا.',
  bandwidth: 'يُفضَّل إيقاف التنزيلات الأخرى مؤقتًا أو تشغيل «توفير البيانات» ضمن الأجهزة.',
  'path-lost': 'سيعود الاتصال تلقائيًا، يُرجى الانتظار قليلًا.',
  'participant-away': 'ستستمر المكالمة تلقائيًا عند العودة.',
  'no-path': 'يُفضَّل تجربة شبكة أخرى أو إيقاف VPN.',
};
const THEIRS = 'سيتحسن الوضع تلقائيًا عندما يتحسن الاتصال لدى الطرف الآخر.';
/** Against a weakness on the other side the person can do nothing. */
const remedyTheirs: Partial<Record<QualityReason, string>> = {
  'packet-loss': THEIRS,
  delay: THEIRS,
  bandwidth: THEIRS,
};

export const call: CallTerms = {
  quality: {
    unknown: 'جارٍ الاتصال',
    good: 'الاتصال جيد',
    weak: 'الاتصال ضعيف',
    reconnecting: 'إعادة الاتصال جارية',
    lost: 'لا يوجد اتصال',
  },
  lines: 'حالة الاتصال',
  linesFailed: 'تعذّر تحميل تفاصيل الاتصال.',
  connecting: 'جارٍ الاتصال',
  reconnecting: 'جارٍ إعادة الاتصال',
  lost: 'تعذّر توصيل الصوت والصورة',
  away: 'انقطع الاتصال، بانتظار العودة',
  pausedWeak: 'الصورة متوقفة مؤقتًا لأن الاتصال ضعيف.',
  pausedSaving: 'الصورة متوقفة مؤقتًا لتوفير البيانات.',
  paused: 'الصورة متوقفة مؤقتًا.',
  soundGoesOn: 'الصوت مستمر.',
  unseen: 'صورتك لا تصل إلى الآخرين الآن',
  unseenBySome: 'صورتك لا تصل إلى بعض المشاركين الآن',
  trouble: (reason, owner, name) => ({
    sentence: sentence[reason](owner, name),
    remedy: (owner === 'theirs' ? remedyTheirs[reason] : undefined) ?? remedy[reason],
  }),
  saidGood: 'عاد الاتصال جيدًا.',
  saidPaused: (names) => `الصورة متوقفة مؤقتًا لدى ${isolated(names)}.`,
  interrupted: {
    microphone: 'هناك مكالمة هاتفية أو تطبيق آخر يستخدم الميكروفون، فلا يصل صوتك إلى أحد.',
    camera: 'هناك تطبيق آخر يستخدم الكاميرا، فلا تصل صورتك إلى أحد.',
    both: 'هناك مكالمة هاتفية أو تطبيق آخر يستخدم الميكروفون والكاميرا، فلا يصل صوتك ولا صورتك إلى أحد.',
  },
  interruptedHelp: 'سيعود ذلك تلقائيًا بعد انتهاء الاستخدام.',
  offered: {
    microphone: 'تم توصيل ميكروفون جديد.',
    camera: 'تم توصيل كاميرا جديدة.',
    speaker: 'تم توصيل سماعات أو مكبر صوت جديد.',
  },
  useOffered: 'استخدام هذا الجهاز',
  notNow: 'لاحقًا',
  timeLeft: (count) => `المتبقي حتى نهاية المقابلة: ${minutes(count)}.`,
  endHappens: 'عند انتهاء الوقت تنتهي المكالمة تلقائيًا ويغادرها الجميع.',
  extended: (count) => `تم تمديد المقابلة ${minutes(count, 'after')}.`,
  talkingMuted: 'الميكروفون متوقف، فلا يصل كلامك إلى أحد.',
  knocks: (name) => `${isolated(name)} بانتظار الإذن بالدخول.`,
};
