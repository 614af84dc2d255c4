import type { LobbyTerms } from '../lobby-terms.ts';

export const lobby: LobbyTerms = {
  ready: 'Bạn đã sẵn sàng chưa?',
  join: 'Tham gia',
  joinWithout: 'Tham gia không có micrô và camera',
  headphones: 'Dùng tai nghe sẽ giúp mọi người nghe nhau rõ hơn.',
  nobodyInside: 'Chưa có ai ở bên trong.',
  insideNow: (names) => `Đang ở bên trong: ${names}.`,
  insideMore: (names, more) => `Đang ở bên trong: ${names} và ${more} người khác.`,

  why: {
    both: 'Hãy bật micrô và camera',
    microphone: 'Hãy bật micrô',
    camera: 'Hãy bật camera',
  },
  whyHelp:
    'Chỉ dùng để trò chuyện với những người tham gia khác. Trước khi bạn tham gia, không ai nghe hay thấy bạn, và bạn có thể tắt bất cứ lúc nào.',
  allow: {
    both: 'Cho phép micrô và camera',
    microphone: 'Cho phép micrô',
    camera: 'Cho phép camera',
  },
  answer: 'Khi trình duyệt hỏi, hãy chọn “Cho phép”.',

  preview: 'Xem trước hình ảnh của bạn',
  cameraIsOff: 'Camera của bạn đang tắt',
  cameraStarting: 'Đang bật camera',
  observing: 'Người quan sát chỉ có thể xem và nghe.',

  connection: {
    label: 'Kết nối',
    running: 'Đang kiểm tra',
    good: 'Kết nối của bạn tốt',
    limited: 'Bạn có thể kết nối',
    limitedHelp: 'Trên mạng này, hình ảnh có thể kém mượt hơn. Mạng khác có thể sẽ tốt hơn.',
    blocked: 'Không xác nhận được kết nối',
    blockedHelp:
      'Cuộc gọi có thể không hoạt động trên mạng này. Hãy dùng mạng khác hoặc tắt VPN. Nếu vẫn không được, hãy hỏi người đã mời bạn.',
  },

  voice: {
    label: 'Giọng nói của bạn',
    start: 'Thu âm và nghe thử',
    help: 'Thu âm 3 giây rồi phát lại cho bạn. Bản thu không rời khỏi trang này.',
    recording: (seconds) => `Hãy nói vài lời. Còn ${seconds} giây.`,
    playing: 'Đang phát lại lời bạn nói.',
    stop: 'Ngừng nghe',
    played: 'Bạn có nghe thấy mình không? Nếu không, hãy thử loa khác.',
    silent: 'Không thu được giọng nói. Hãy thử micrô khác.',
    failed: 'Không thu âm được. Hãy tắt micrô rồi bật lại.',
  },
};
