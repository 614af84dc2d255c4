import type { EmojiTerms } from '../emoji-terms.ts';

export const emoji: EmojiTerms = {
  search: 'Tìm biểu tượng cảm xúc',
  categories: 'Các loại biểu tượng cảm xúc',
  recent: 'Dùng gần đây',
  groups: [
    'Mặt cười và cảm xúc',
    'Con người và cơ thể',
    'Động vật và thiên nhiên',
    'Đồ ăn và thức uống',
    'Du lịch và địa điểm',
    'Hoạt động',
    'Đồ vật',
    'Ký hiệu',
  ],
  results: 'Kết quả tìm kiếm',
  found: (count) => `Tìm thấy ${count} biểu tượng cảm xúc.`,
  nothing: 'Không tìm thấy biểu tượng cảm xúc nào.',
};
