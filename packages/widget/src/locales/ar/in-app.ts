import type { InAppTerms } from '../in-app-terms.ts';

export const inApp: InAppTerms = {
  apps: {
    kakaotalk: 'KakaoTalk',
    naver: 'تطبيق NAVER',
    line: 'LINE',
    instagram: 'Instagram',
    facebook: 'Facebook',
    other: 'هذا التطبيق',
  },
  notice: (app) => `قد لا يعمل الميكروفون والكاميرا داخل ${app}.`,
  open: 'الفتح في متصفح آخر',
  byHand: 'يُرجى اختيار «فتح في Safari» من قائمة التطبيق، أو نسخ الرابط ولصقه في Safari.',
  copy: 'نسخ الرابط',
  copied: 'تم النسخ. يُرجى لصق الرابط في شريط العنوان في Chrome أو Safari.',
  link: 'رابط هذه الصفحة',
  copyByHand: 'يُرجى الضغط مطولًا على الرابط أدناه لنسخه.',
};
