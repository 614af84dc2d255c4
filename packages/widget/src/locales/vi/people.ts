import type { PeopleTerms } from '../people-terms.ts';

export const people: PeopleTerms = {
  actionsFor: (name) => `Thao tác với ${name}`,
  askToMute: 'Nhờ tắt micrô',
  askedToMute: (name) => `Đã nhờ ${name} tắt micrô.`,
  sendToLobby: 'Đưa về phòng chờ',
  remove: 'Đưa ra khỏi phòng',
  cancel: 'Hủy',
  refuseQuestion: (name) => ({
    heading: `Từ chối ${name}?`,
    text: 'Người này không thể xin vào buổi phỏng vấn này nữa.',
    confirm: 'Từ chối',
  }),
  removeQuestion: (name) => ({
    heading: `Đưa ${name} ra khỏi phòng?`,
    text: 'Người này rời cuộc gọi ngay và không thể quay lại buổi phỏng vấn này.',
    confirm: 'Đưa ra khỏi phòng',
  }),
  lobbyQuestion: (name) => ({
    heading: `Đưa ${name} về phòng chờ?`,
    text: 'Người này rời cuộc gọi và chờ đến khi bạn cho vào lại.',
    confirm: 'Đưa về phòng chờ',
  }),
  endQuestion: (count) => ({
    heading: 'Kết thúc buổi phỏng vấn cho mọi người?',
    text: `Cả ${count} người, kể cả bạn, sẽ rời cuộc gọi và không ai có thể quay lại.`,
    confirm: 'Kết thúc cho mọi người',
  }),
  word: 'Lời nhắn (không bắt buộc)',
  wordHelp: (name) => `${name} sẽ đọc được lời nhắn này.`,
  refuseWords: [
    'Chúng tôi sẽ liên hệ với bạn về một thời gian khác.',
    'Buổi phỏng vấn đã bắt đầu nên chúng tôi không thể cho bạn vào.',
    'Có vẻ bạn không có tên trong danh sách của buổi phỏng vấn này.',
  ],
  removeWords: [
    'Buổi phỏng vấn hôm nay đến đây là hết. Cảm ơn bạn.',
    'Chúng tôi chuyển sang phần tiếp theo. Cảm ơn bạn.',
  ],
  thisInterview: 'Buổi phỏng vấn này',
  endsAt: (time) => `Kết thúc lúc ${time}.`,
  extendTime: 'Kéo dài thời gian',
  extendBy: (minutes) => `Kéo dài thêm ${minutes} phút`,
  extendShort: (minutes) => `+${minutes} phút`,
  endForAll: 'Kết thúc cho mọi người',
  knockSound: 'Âm báo khi có người chờ',
  knockSoundHelp: 'Một âm nhẹ cho bạn biết có người xin vào.',
};
