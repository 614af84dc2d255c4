import type { MediaTerms } from '../media-errors.ts';

export const media: MediaTerms = {
  devices: { microphone: 'micrô', camera: 'camera' },
  browsers: {
    chrome: 'Chrome',
    edge: 'Edge',
    samsung: 'Samsung Internet',
    firefox: 'Firefox',
    safari: 'Safari',
    other: 'trình duyệt',
  },
  denied: (d) => `Quyền dùng ${d} chưa được cho phép.`,
  permission: {
    desktop: (d) => `Hãy nhấp vào biểu tượng ở đầu thanh địa chỉ và cho phép dùng ${d}.`,
    'desktop-firefox': (d) => `Hãy nhấp vào biểu tượng ${d} ở đầu thanh địa chỉ và bỏ chặn.`,
    'desktop-safari': (d) =>
      `Trong menu Safari ở đầu màn hình, hãy mở phần cài đặt cho trang web này và cho phép dùng ${d}.`,
    android: (d) =>
      `Hãy chạm vào biểu tượng ở đầu thanh địa chỉ và cho phép dùng ${d} trong phần quyền.`,
    'ios-safari': (d) =>
      `Hãy chạm vào biểu tượng ở đầu thanh địa chỉ, mở cài đặt trang web và cho phép dùng ${d}.`,
    'ios-other': (d, b) =>
      `Trong ứng dụng Cài đặt, hãy tìm ${b} và bật ${d}. Sau đó tải lại trang này và cho phép khi được hỏi lại.`,
    'in-app': (d) =>
      `Ứng dụng này có thể không dùng được ${d}. Hãy mở trang bằng Chrome hoặc Safari.`,
  },
  systemDenied: (d) => `Cài đặt của máy không cho trình duyệt dùng ${d}.`,
  systemPermission: {
    windows: (d) =>
      `Trong Cài đặt Windows, hãy mở Quyền riêng tư và bảo mật, chọn ${d} và bật quyền truy nhập, kể cả cho ứng dụng trên máy tính.`,
    macos: (d, b) =>
      `Trên máy Mac, hãy mở Cài đặt hệ thống > Quyền riêng tư và bảo mật, chọn ${d}, bật ${b} rồi mở lại trình duyệt.`,
    ios: (d, b) => `Trong ứng dụng Cài đặt, hãy tìm ${b} và bật ${d}.`,
    android: (d, b) =>
      `Trong cài đặt điện thoại, hãy mở Ứng dụng > ${b} > Quyền và cho phép dùng ${d}. Hãy kiểm tra cả phần cài đặt nhanh xem quyền dùng ${d} có bị tắt không.`,
    other: (d) => `Hãy cho phép trình duyệt dùng ${d} trong cài đặt quyền riêng tư của máy.`,
  },
  faults: {
    'in-use': [
      (d) => `Một chương trình khác đang dùng ${d}.`,
      (d) => `Hãy đóng các chương trình hoặc thẻ khác đang dùng ${d} rồi thử lại.`,
    ],
    'device-not-found': [
      (d) => `Không tìm thấy ${d}.`,
      (d) => `Hãy kết nối ${d} rồi thử lại. Bạn vẫn có thể tham gia khi không có ${d}.`,
    ],
    constraints: [(d) => `Không dùng được ${d} đã chọn.`, (d) => `Hãy chọn ${d} khác.`],
    'blocked-by-policy': [
      (d) => `Trang này đang chặn ${d}.`,
      () => 'Hãy báo cho người quản lý trang web.',
    ],
    unknown: [(d) => `Không bật được ${d}.`, () => 'Hãy mở lại trình duyệt rồi thử lại.'],
  },
};
