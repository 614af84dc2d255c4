import { pluralsOf } from '../plurals.ts';

const plural = pluralsOf('ar-u-nu-latn');

/** Two of something ends in ان as a subject, and in ين after a preposition. */
export type Case = 'subject' | 'after';

export const seconds = (count: number, place: Case = 'subject'): string =>
  plural(count, {
    one: 'ثانية واحدة',
    two: place === 'subject' ? 'ثانيتان' : 'ثانيتين',
    few: '# ثوانٍ',
    other: '# ثانية',
  });

export const minutes = (count: number, place: Case = 'subject'): string =>
  plural(count, {
    one: 'دقيقة واحدة',
    two: place === 'subject' ? 'دقيقتان' : 'دقيقتين',
    few: '# دقائق',
    other: '# دقيقة',
  });

export const hours = (count: number): string =>
  plural(count, { one: 'ساعة واحدة', two: 'ساعتان', few: '# ساعات', other: '# ساعة' });

export const days = (count: number): string =>
  plural(count, { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' });

export const people = (count: number): string =>
  plural(count, {
    one: 'شخص واحد',
    two: 'شخصان',
    few: '# أشخاص',
    many: '# شخصًا',
    other: '# شخص',
  });

export const participants = (count: number): string =>
  plural(count, {
    zero: 'لا مشاركين',
    one: 'مشارك واحد',
    two: 'مشاركان',
    few: '# مشاركين',
    many: '# مشاركًا',
    other: '# مشارك',
  });

export const newMessages = (count: number): string =>
  plural(count, {
    zero: 'لا رسائل جديدة',
    one: 'رسالة جديدة واحدة',
    two: 'رسالتان جديدتان',
    few: '# رسائل جديدة',
    other: '# رسالة جديدة',
  });

export const characters = (count: number, place: Case = 'subject'): string =>
  plural(count, {
    one: 'حرف واحد',
    two: place === 'subject' ? 'حرفان' : 'حرفين',
    few: '# أحرف',
    many: '# حرفًا',
    other: '# حرف',
  });

export const emojiCount = (count: number): string =>
  plural(count, {
    zero: 'لا رموز تعبيرية',
    one: 'رمز تعبيري واحد',
    two: 'رمزين تعبيريين',
    few: '# رموز تعبيرية',
    many: '# رمزًا تعبيريًا',
    other: '# رمز تعبيري',
  });
