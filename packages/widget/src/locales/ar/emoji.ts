import type { EmojiTerms } from '../emoji-terms.ts';
import { emojiCount } from './counts.ts';

export const emoji: EmojiTerms = {
  search: 'البحث في الرموز التعبيرية',
  categories: 'أنواع الرموز التعبيرية',
  recent: 'المستخدمة حديثًا',
  groups: [
    'الوجوه والمشاعر',
    'الناس والجسم',
    'الحيوانات والطبيعة',
    'الطعام والشراب',
    'السفر والأماكن',
    'الأنشطة',
    'الأشياء',
    'الرموز',
  ],
  results: 'نتائج البحث',
  found: (count) => `تم العثور على ${emojiCount(count)}.`,
  nothing: 'لم يتم العثور على رموز تعبيرية.',
};
