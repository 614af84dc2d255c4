import type { StatisticsTerms } from '../statistics-terms.ts';

export const statistics: StatisticsTerms = {
  notMeasured: 'Chưa đo được gì.',
  path: 'Đường truyền',
  direct: 'Trực tiếp',
  relayed: 'Qua máy chủ trung gian',
  roundTrip: 'Thời gian khứ hồi',
  available: 'Tốc độ gửi có thể dùng',
  incoming: 'Nhận',
  outgoing: 'Gửi',
  screen: 'Màn hình chia sẻ',
  speed: 'Tốc độ',
  loss: 'Mất gói',
  jitter: 'Độ dao động',
  size: 'Độ phân giải',
  frames: 'Khung hình mỗi giây',
  codec: 'Bộ mã hóa',
  limit: 'Bị hạn chế bởi',
  cpu: 'Máy này',
  bandwidth: 'Tốc độ Internet',
};
