import type { DeviceTerms } from '../device-terms.ts';

export const device: DeviceTerms = {
  defaultDevice: 'Thiết bị mặc định',
  unnamed: {
    microphone: (number) => `Micrô ${number}`,
    camera: (number) => `Camera ${number}`,
    speaker: (number) => `Loa ${number}`,
  },
  testSound: 'Phát âm thanh thử',
  status: {
    off: 'Đang tắt',
    starting: 'Đang khởi động',
    on: 'Đang bật',
    interrupted: 'Ứng dụng khác đang dùng',
    failed: 'Không dùng được',
  },
  heard: 'Đã nghe thấy bạn',
  interruptedHelp: 'Sẽ tự trở lại khi cuộc gọi hoặc ứng dụng khác dùng xong.',
  cameraInterrupted: 'Ứng dụng khác đang dùng camera',
  lowData: 'Tiết kiệm dữ liệu',
  lowDataHelp: 'Gửi và nhận hình nhỏ hơn.',
};
