import type { EmojiTerms } from '../emoji-terms.ts';

export const emoji: EmojiTerms = {
  search: '絵文字を検索',
  categories: '絵文字の種類',
  recent: '最近使った絵文字',
  groups: [
    '表情と感情',
    '人と体',
    '動物と自然',
    '食べ物と飲み物',
    '旅行と場所',
    '活動',
    '物',
    '記号',
  ],
  results: '検索結果',
  found: (count) => `絵文字が${count}件見つかりました。`,
  nothing: '絵文字が見つかりません。',
};
