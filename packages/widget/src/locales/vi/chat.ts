import type { ChatTerms } from '../chat-terms.ts';

export const chat: ChatTerms = {
  log: 'Nội dung trò chuyện',
  empty: 'Chưa có tin nhắn',
  emptyHelp:
    'Hãy gửi liên kết hoặc câu hỏi ở đây. Chỉ những người trong buổi phỏng vấn này mới đọc được.',
  earlier: 'Hiện tin nhắn trước đó',
  newest: 'Đến tin nhắn mới nhất',
  newMessages: (count) => `${count} tin nhắn mới`,
  mine: 'Tin nhắn của bạn',
  sending: 'Đang gửi',
  marks: { sent: 'Đã gửi', delivered: 'Đã nhận', read: 'Đã đọc' },
  readBy: (count) => `${count} người đã đọc`,
  failed: 'Tin nhắn này chưa được gửi.',
  retry: 'Gửi lại',
  discard: 'Bỏ',
  more: 'Xem thêm',
  less: 'Thu gọn',
  copy: 'Sao chép tin nhắn',
  copied: 'Đã sao chép tin nhắn.',
  copyFailed: 'Không sao chép được tin nhắn.',
  typing: (name) => `${name} đang nhập`,
  typingMany: (count) => `${count} người đang nhập`,

  message: 'Tin nhắn',
  placeholder: 'Nhập tin nhắn',
  send: 'Gửi',
  emoji: 'Biểu tượng cảm xúc',
  emojiLoading: 'Đang tải biểu tượng cảm xúc',
  emojiFailed: 'Không tải được biểu tượng cảm xúc.',
  tryAgain: 'Thử lại',
  left: (characters) => `Còn ${characters} ký tự`,
  tooLong: (characters) => `Thừa ${characters} ký tự`,

  settings: 'Cài đặt thông báo trò chuyện',
  sound: 'Âm báo tin nhắn mới',
  soundHelp: 'Phát một âm ngắn khi có tin nhắn.',
  notice: 'Thông báo trên màn hình',
  noticeHelp: 'Hiện tên và nội dung khi bạn đang xem cửa sổ khác.',
  noticeBlocked:
    'Trình duyệt đang chặn thông báo. Hãy cho phép thông báo trong cài đặt trang web ở thanh địa chỉ.',

  saidMessage: (name, text) => `Tin nhắn từ ${name}: ${text}`,
  saidMany: (count) => `Bạn có ${count} tin nhắn mới.`,
  saidFailed: 'Tin nhắn của bạn chưa được gửi.',
};
