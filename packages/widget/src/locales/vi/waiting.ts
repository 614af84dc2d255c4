import type { WaitingTerms } from '../waiting-terms.ts';

export const waiting: WaitingTerms = {
  heading: 'Đang chờ được cho vào',
  help: 'Bạn sẽ tự động vào ngay khi người phỏng vấn đồng ý. Hãy giữ trang này mở.',
  heard: 'Yêu cầu của bạn đã được gửi đến.',
  leave: 'Ngừng chờ và rời đi',
};
