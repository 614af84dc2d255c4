import type { CallTerms, LineOwner } from '../call-terms.ts';
import type { QualityReason } from '../../engine/session-snapshot.ts';

const subject: Record<LineOwner, (name: string) => string> = {
  own: () => 'Kết nối của bạn',
  theirs: (name) => `Kết nối của ${name}`,
  between: (name) => `Kết nối với ${name}`,
};
const sentence: Record<QualityReason, (owner: LineOwner, name: string) => string> = {
  'packet-loss': (owner, name) =>
    `${subject[owner](name)} không ổn định nên tiếng và hình có thể bị ngắt quãng.`,
  delay: (owner, name) => `${subject[owner](name)} chậm nên lời nói có thể đến trễ.`,
  bandwidth: (owner, name) => `${subject[owner](name)} yếu nên hình có thể mờ hoặc dừng.`,
  'path-lost': (owner, name) => `${subject[owner](name)} đã bị ngắt và đang được nối lại.`,
  'participant-away': (_owner, name) => `${name} đã mất kết nối và đang được chờ.`,
  'no-path': (owner, name) =>
    `Không nối được tiếng và hình với ${owner === 'own' ? 'những người khác' : name}.`,
};
const remedy: Record<QualityReason, string> = {
  'packet-loss': 'Hãy lại gần bộ định tuyến hơn hoặc dùng mạng dây.',
  delay: 'Hãy tắt VPN hoặc tạm dừng các lượt tải khác.',
  bandwidth: 'Hãy tạm dừng các lượt tải khác hoặc bật “Tiết kiệm dữ liệu” trong phần Thiết bị.',
  'path-lost': 'Kết nối sẽ tự trở lại, hãy chờ một chút.',
  'participant-away': 'Cuộc gọi sẽ tự tiếp tục khi người đó trở lại.',
  'no-path': 'Hãy thử mạng khác hoặc tắt VPN.',
};
const THEIRS = 'Sẽ tự tốt lên khi kết nối của người đó tốt hơn.';
/** Against a weakness on the other side the person can do nothing. */
const remedyTheirs: Partial<Record<QualityReason, string>> = {
  'packet-loss': THEIRS,
  delay: THEIRS,
  bandwidth: THEIRS,
};

export const call: CallTerms = {
  quality: {
    unknown: 'Đang kết nối',
    good: 'Kết nối tốt',
    weak: 'Kết nối yếu',
    reconnecting: 'Đang kết nối lại',
    lost: 'Không có kết nối',
  },
  lines: 'Tình trạng kết nối',
  linesFailed: 'Không tải được tình trạng kết nối.',
  connecting: 'Đang kết nối',
  reconnecting: 'Đang kết nối lại',
  lost: 'Không nối được tiếng và hình',
  away: 'Mất kết nối, đang chờ',
  pausedWeak: 'Hình tạm dừng vì kết nối yếu.',
  pausedSaving: 'Hình tạm dừng để tiết kiệm dữ liệu.',
  paused: 'Hình đang tạm dừng.',
  soundGoesOn: 'Tiếng vẫn tiếp tục.',
  unseen: 'Những người khác hiện không thấy bạn',
  unseenBySome: 'Một số người hiện không thấy bạn',
  trouble: (reason, owner, name) => ({
    sentence: sentence[reason](owner, name),
    remedy: (owner === 'theirs' ? remedyTheirs[reason] : undefined) ?? remedy[reason],
  }),
  saidGood: 'Kết nối đã tốt trở lại.',
  saidPaused: (names) => `Hình của ${names} đang tạm dừng.`,
  interrupted: {
    microphone: 'Cuộc gọi hoặc ứng dụng khác đang dùng micrô nên không ai nghe thấy bạn.',
    camera: 'Ứng dụng khác đang dùng camera nên không ai thấy bạn.',
    both: 'Cuộc gọi hoặc ứng dụng khác đang dùng micrô và camera nên không ai nghe hay thấy bạn.',
  },
  interruptedHelp: 'Sẽ tự trở lại khi dùng xong.',
  offered: {
    microphone: 'Đã kết nối micrô mới.',
    camera: 'Đã kết nối camera mới.',
    speaker: 'Đã kết nối tai nghe hoặc loa mới.',
  },
  useOffered: 'Dùng thiết bị này',
  notNow: 'Để sau',
  timeLeft: (minutes) => `Còn ${minutes} phút nữa buổi phỏng vấn kết thúc.`,
  endHappens: 'Khi hết giờ, cuộc gọi sẽ tự kết thúc và mọi người đều rời đi.',
  extended: (minutes) => `Buổi phỏng vấn được kéo dài thêm ${minutes} phút.`,
  talkingMuted: 'Micrô đang tắt nên không ai nghe thấy bạn.',
  knocks: (name) => `${name} đang chờ được cho vào.`,
};
