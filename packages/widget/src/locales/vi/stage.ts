import type { StageTerms } from '../stage-terms.ts';

export const stage: StageTerms = {
  speaking: 'Đang nói',
  pinPerson: (name) => `Giữ ${name} ở cỡ lớn`,
  pinScreen: (screen) => `Giữ ở cỡ lớn: ${screen}`,
  pinSelf: 'Giữ hình của bạn ở cỡ lớn',
  hideSelf: 'Ẩn hình của bạn',
  showSelf: 'Hiện hình của bạn',
  saidHidden: 'Hình của bạn đã được ẩn. Những người khác vẫn thấy bạn.',
  moveSelf: 'Di chuyển hình của bạn',
  moveSelfHelp: 'Hãy nhấn, hoặc dùng các phím mũi tên, để chuyển sang góc khác.',
  saidMoved: {
    topLeft: 'Hình của bạn đã chuyển lên góc trên bên trái.',
    topRight: 'Hình của bạn đã chuyển lên góc trên bên phải.',
    bottomLeft: 'Hình của bạn đã chuyển xuống góc dưới bên trái.',
    bottomRight: 'Hình của bạn đã chuyển xuống góc dưới bên phải.',
  },
  saidReaction: (name, reaction) => `Cảm xúc từ ${name}: ${reaction}`,
  saidOwnReaction: (reaction) => `Đã gửi cảm xúc: ${reaction}`,
};
