import type { CallTerms, LineOwner } from '../call-terms.ts';
import type { QualityReason } from '../../engine/session-snapshot.ts';

const subject: Record<LineOwner, (name: string) => string> = {
  own: () => 'あなたのインターネット接続',
  theirs: (name) => `${name}さんの接続`,
  between: (name) => `${name}さんとの接続`,
};
const sentence: Record<QualityReason, (owner: LineOwner, name: string) => string> = {
  'packet-loss': (owner, name) =>
    `${subject[owner](name)}が不安定なため、音声や映像が途切れることがあります。`,
  delay: (owner, name) => `${subject[owner](name)}が遅いため、声が遅れて届くことがあります。`,
  bandwidth: (owner, name) =>
    `${subject[owner](name)}が弱いため、映像がぼやけたり止まったりすることがあります。`,
  'path-lost': (owner, name) => `${subject[owner](name)}が切れたため、つなぎ直しています。`,
  'participant-away': (_owner, name) => `${name}さんの接続が切れたため、待っています。`,
  'no-path': (owner, name) =>
    owner === 'own'
      ? 'ほかの参加者と音声や映像がつながりません。'
      : `${name}さんと音声や映像がつながりません。`,
};
const remedy: Record<QualityReason, string> = {
  'packet-loss': 'ルーターの近くに移るか、有線の回線を使ってみてください。',
  delay: 'VPNを切るか、ほかのダウンロードを止めてみてください。',
  bandwidth:
    'ほかのダウンロードを止めるか、デバイスの設定で「データ節約」をオンにしてみてください。',
  'path-lost': '自動でつながりますので、少しお待ちください。',
  'participant-away': '相手が戻ると自動でつながります。',
  'no-path': '別のネットワークを使うか、VPNを切ってみてください。',
};
const THEIRS = '相手の接続がよくなると、自動で改善します。';
/** Against a weakness on the other side the person can do nothing. */
const remedyTheirs: Partial<Record<QualityReason, string>> = {
  'packet-loss': THEIRS,
  delay: THEIRS,
  bandwidth: THEIRS,
};

export const call: CallTerms = {
  quality: {
    unknown: '接続中',
    good: '接続は良好',
    weak: '接続が弱い',
    reconnecting: '再接続中',
    lost: '未接続',
  },
  lines: '接続の状態',
  linesFailed: '接続の状態を読み込めませんでした。',
  connecting: '接続しています',
  reconnecting: 'つなぎ直しています',
  lost: '音声と映像をつなげませんでした',
  away: '接続が切れたため、待っています',
  pausedWeak: '接続が弱いため、映像を一時的に止めています。',
  pausedSaving: 'データを節約するため、映像を止めています。',
  paused: '映像が一時的に止まっています。',
  soundGoesOn: '音声は続いています。',
  unseen: '相手にあなたの映像が見えていません',
  unseenBySome: '一部の人にあなたの映像が見えていません',
  trouble: (reason, owner, name) => ({
    sentence: sentence[reason](owner, name),
    remedy: (owner === 'theirs' ? remedyTheirs[reason] : undefined) ?? remedy[reason],
  }),
  saidGood: '接続がまた良好になりました。',
  saidPaused: (names) => `${names}さんの映像が一時的に止まりました。`,
  interrupted: {
    microphone: '電話や別のアプリがマイクを使っているため、あなたの声が届いていません。',
    camera: '別のアプリがカメラを使っているため、あなたの映像が届いていません。',
    both: '電話や別のアプリがマイクとカメラを使っているため、あなたの声と映像が届いていません。',
  },
  interruptedHelp: '使い終わると自動で戻ります。',
  offered: {
    microphone: '新しいマイクが接続されました。',
    camera: '新しいカメラが接続されました。',
    speaker: '新しいイヤホンまたはスピーカーが接続されました。',
  },
  useOffered: 'これを使う',
  notNow: 'あとで',
  timeLeft: (minutes) => `面接の終了まであと${minutes}分です。`,
  endHappens: '時間になると通話は自動で終わり、全員が退室します。',
  extended: (minutes) => `面接の時間が${minutes}分延びました。`,
  talkingMuted: 'マイクがオフのため、声が届いていません。',
  knocks: (name) => `${name}さんが入室を待っています。`,
};
