import type { LobbyTerms } from '../lobby-terms.ts';

export const lobby: LobbyTerms = {
  ready: '準備はよろしいですか？',
  join: '入室する',
  joinWithout: 'マイクとカメラなしで入室する',
  headphones: 'イヤホンかヘッドセットを使うと、お互いの声が聞き取りやすくなります。',
  nobodyInside: 'まだ誰も入っていません。',
  insideNow: (names) => `${names}さんが入室しています。`,
  insideMore: (names, more) => `${names}さんほか${more}人が入室しています。`,

  why: {
    both: 'マイクとカメラをオンにしてください',
    microphone: 'マイクをオンにしてください',
    camera: 'カメラをオンにしてください',
  },
  whyHelp:
    'ほかの参加者と話すためだけに使います。入室するまでは誰にも見えず聞こえず、いつでもオフにできます。',
  allow: {
    both: 'マイクとカメラを許可する',
    microphone: 'マイクを許可する',
    camera: 'カメラを許可する',
  },
  answer: 'ブラウザに聞かれたら「許可」を選んでください。',

  preview: '自分の映像のプレビュー',
  cameraIsOff: 'カメラはオフです',
  cameraStarting: 'カメラを起動しています',
  observing: '見学者は、見ることと聞くことだけができます。',

  connection: {
    label: '接続',
    running: '確認しています',
    good: '接続は良好です',
    limited: '接続できます',
    limitedHelp:
      'このネットワークでは映像がなめらかに映らないことがあります。別のネットワークなら改善するかもしれません。',
    blocked: '接続を確認できませんでした',
    blockedHelp:
      'このネットワークでは通話できないことがあります。別のネットワークを使うか、VPNを切ってください。それでも変わらない場合は、面接の案内元にお問い合わせください。',
  },

  voice: {
    label: '自分の声',
    start: '録音して聞いてみる',
    help: '3秒間録音して再生します。録音がこのページの外に出ることはありません。',
    recording: (seconds) => `何か話してみてください。残り${seconds}秒です。`,
    playing: '録音した声を再生しています。',
    stop: '再生をやめる',
    played: '聞こえましたか？ 聞こえなければ、別のスピーカーを選んでみてください。',
    silent: '声が録音されませんでした。別のマイクを選んでみてください。',
    failed: '録音できませんでした。マイクを一度オフにしてから、オンにしてみてください。',
  },
};
