import type { InAppTerms } from '../in-app-terms.ts';

export const inApp: InAppTerms = {
  apps: {
    kakaotalk: 'KakaoTalk',
    naver: 'ứng dụng NAVER',
    line: 'LINE',
    instagram: 'Instagram',
    facebook: 'Facebook',
    other: 'ứng dụng này',
  },
  notice: (app) => `Micrô và camera có thể không hoạt động trong ${app}.`,
  open: 'Mở bằng trình duyệt khác',
  byHand:
    'Hãy chọn “Mở bằng Safari” trong menu của ứng dụng, hoặc sao chép liên kết rồi dán vào Safari.',
  copy: 'Sao chép liên kết',
  copied: 'Đã sao chép. Hãy dán vào thanh địa chỉ của Chrome hoặc Safari.',
  link: 'Liên kết của trang này',
  copyByHand: 'Hãy nhấn giữ liên kết bên dưới để sao chép.',
};
