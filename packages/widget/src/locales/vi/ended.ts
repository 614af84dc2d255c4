import type { EndedTerms } from '../ended-terms.ts';

const ASK = 'Nếu bạn cho rằng có nhầm lẫn, hãy hỏi người đã mời bạn.';
const THANKS = 'Cảm ơn bạn đã dành thời gian.';

export const ended: EndedTerms = {
  reasons: {
    left: ['Bạn đã rời buổi phỏng vấn', THANKS],
    ended: ['Buổi phỏng vấn đã kết thúc', THANKS],
    expired: ['Đã hết giờ, buổi phỏng vấn kết thúc', THANKS],
    canceled: ['Buổi phỏng vấn đã bị hủy', ASK],
    removed: ['Người phỏng vấn đã kết thúc phần tham gia của bạn', ASK],
    rejected: ['Bạn không được cho vào', ASK],
    'duplicate-session': [
      'Bạn đã tham gia buổi phỏng vấn này ở cửa sổ khác',
      'Để tiếp tục ở đây, hãy tham gia lại.',
    ],
    'network-lost': [
      'Mất kết nối với buổi phỏng vấn',
      'Hãy kiểm tra kết nối Internet rồi tham gia lại.',
    ],
  },
  wordFrom: 'Lời nhắn từ người phỏng vấn',
  lasted: (duration) => `Thời gian cùng nhau: ${duration}`,
  duration: (hours, minutes, seconds) =>
    hours > 0
      ? minutes > 0
        ? `${hours} giờ ${minutes} phút`
        : `${hours} giờ`
      : minutes > 0
        ? `${minutes} phút`
        : `${seconds} giây`,
  rejoin: 'Tham gia lại',
  rating: {
    question: 'Chất lượng cuộc gọi thế nào?',
    scores: { 1: 'Rất tệ', 2: 'Tệ', 3: 'Bình thường', 4: 'Tốt', 5: 'Rất tốt' },
    comment: 'Ý kiến thêm (không bắt buộc)',
    commentHelp: 'Hãy cho biết điều gì về tiếng hoặc hình khiến bạn khó chịu, điều đó rất hữu ích.',
    send: 'Gửi ý kiến',
    thanks: 'Cảm ơn ý kiến của bạn.',
  },
};
