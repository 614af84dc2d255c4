import type { ErrorTerms } from '../errors.ts';

const ASK = 'Hãy hỏi người đã mời bạn.';
const LATER = 'Hãy thử lại sau giây lát.';
const BACK = 'Hãy quay lại trang đã mở trang này rồi vào lại.';
const NETWORK = 'Hãy kiểm tra kết nối Internet rồi thử lại.';

export const errors: ErrorTerms = {
  'code-invalid': ['Mã phỏng vấn không đúng.', 'Hãy so lại với mã bạn đã nhận.'],
  'too-early': ['Chưa đến giờ vào.', LATER],
  expired: ['Đã hết thời gian vào.', 'Để biết lịch mới, hãy hỏi người đã mời bạn.'],
  canceled: ['Buổi phỏng vấn này đã bị hủy.', ASK],
  ended: ['Buổi phỏng vấn này đã kết thúc.', ASK],
  full: ['Phòng đã đủ người.', 'Hãy thử lại khi có người rời đi.'],
  rejected: ['Bạn không được cho vào.', ASK],
  removed: ['Bạn không thể vào lại buổi phỏng vấn này.', ASK],
  'name-required': ['Cần có tên.', 'Hãy nhập tên mà những người khác sẽ thấy.'],
  'ticket-invalid': ['Lời mời này không hợp lệ.', BACK],
  'ticket-expired': ['Lời mời này đã hết hạn.', BACK],
  'resume-invalid': ['Không thể quay lại chỗ trước đó.', 'Hãy nhập lại mã.'],
  'duplicate-session': [
    'Bạn đã tham gia buổi phỏng vấn này ở cửa sổ khác.',
    'Hãy tiếp tục ở cửa sổ đó.',
  ],
  'origin-forbidden': [
    'Không thể mở phỏng vấn trên trang web này.',
    'Hãy báo cho người quản lý trang web.',
  ],
  'protocol-unsupported': ['Phiên bản của trang và máy chủ không khớp.', 'Hãy tải lại trang.'],
  forbidden: ['Bạn không có quyền làm việc này.', 'Hãy nhờ người phỏng vấn.'],
  'not-admitted': ['Bạn chưa được cho vào.', 'Hãy chờ người phỏng vấn đồng ý.'],
  'rate-limited': ['Đã thử quá nhiều lần.', LATER],
  'participant-unknown': ['Người tham gia đó đã rời đi.', 'Hãy xem lại danh sách người tham gia.'],
  'message-empty': ['Tin nhắn trống.', 'Hãy nhập nội dung trước.'],
  'message-too-long': [
    'Tin nhắn quá dài.',
    'Hãy gửi thành nhiều phần, mỗi phần tối đa 2.000 ký tự.',
  ],
  unavailable: ['Máy chủ đang tạm nghỉ.', LATER],
  internal: ['Máy chủ gặp sự cố.', LATER],
  'server-unreachable': ['Không kết nối được với máy chủ.', NETWORK],
  timeout: ['Máy chủ phản hồi quá chậm.', NETWORK],
  'connection-failed': [
    'Không kết nối được hình ảnh với người tham gia khác.',
    'Hãy thử mạng khác, chẳng hạn dữ liệu di động.',
  ],
  'negotiation-failed': [
    'Không kết nối được hình ảnh với người tham gia khác.',
    'Hãy rời khỏi rồi tham gia lại.',
  ],
  'media-unsupported': [
    'Trình duyệt này không gọi video được.',
    'Hãy mở trang bằng Chrome, Edge, Safari hoặc Firefox bản mới nhất.',
  ],
  'insecure-context': [
    'Không dùng được camera và micrô ở địa chỉ không an toàn.',
    'Hãy kiểm tra xem địa chỉ có bắt đầu bằng https không.',
  ],
  unknown: ['Đã xảy ra sự cố.', LATER],
};
