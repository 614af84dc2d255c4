import type { EmojiTerms } from '../emoji-terms.ts';

export const emoji: EmojiTerms = {
  search: '搜索表情',
  categories: '表情分类',
  recent: '最近使用',
  groups: [
    '笑脸与情感',
    '人物与身体',
    '动物与自然',
    '食物与饮料',
    '旅行与地点',
    '活动',
    '物品',
    '符号',
  ],
  results: '搜索结果',
  found: (count) => `找到 ${count} 个表情。`,
  nothing: '没有找到表情。',
};
