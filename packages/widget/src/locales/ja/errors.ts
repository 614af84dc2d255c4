import type { ErrorTerms } from '../errors.ts';

const ASK = '面接の案内元にお問い合わせください。';
const LATER = 'しばらくしてからもう一度お試しください。';
const BACK = 'このページを開いた元のページに戻って、入り直してください。';
const NETWORK = 'インターネット接続を確認して、もう一度お試しください。';

export const errors: ErrorTerms = {
  'code-invalid': ['面接コードが正しくありません。', '受け取ったコードと同じか確認してください。'],
  'too-early': ['まだ入室できる時間ではありません。', LATER],
  expired: ['入室できる時間を過ぎました。', `新しい日程は、${ASK}`],
  canceled: ['この面接はキャンセルされました。', ASK],
  ended: ['この面接はすでに終了しました。', ASK],
  full: ['定員に達しています。', '誰かが退室してから、もう一度お試しください。'],
  rejected: ['入室は承認されませんでした。', ASK],
  removed: ['この面接にはもう一度入室できません。', ASK],
  'name-required': ['名前が必要です。', 'ほかの参加者に表示される名前を入力してください。'],
  'ticket-invalid': ['入室の情報が正しくありません。', BACK],
  'ticket-expired': ['入室の情報の有効期限が切れました。', BACK],
  'resume-invalid': ['前の席に戻ることができません。', 'コードをもう一度入力してください。'],
  'duplicate-session': [
    '別のウィンドウでこの面接に入室しました。',
    'そのウィンドウで続けてください。',
  ],
  'origin-forbidden': [
    'このサイトでは面接を開くことができません。',
    'サイトの管理者にお知らせください。',
  ],
  'protocol-unsupported': [
    'このページとサーバーのバージョンが合いません。',
    'ページを再読み込みしてください。',
  ],
  forbidden: ['この操作をする権限がありません。', '面接担当者に頼んでください。'],
  'not-admitted': ['まだ承認されていません。', '面接担当者の承認をお待ちください。'],
  'rate-limited': ['試した回数が多すぎます。', LATER],
  'participant-unknown': ['その参加者はすでに退室しました。', '参加者の一覧を確認してください。'],
  'message-empty': ['メッセージが空です。', '内容を入力してください。'],
  'message-too-long': ['メッセージが長すぎます。', '2,000文字以内に分けて送ってください。'],
  unavailable: ['サーバーが一時的に休止しています。', LATER],
  internal: ['サーバーに問題が発生しました。', LATER],
  'server-unreachable': ['サーバーに接続できません。', NETWORK],
  timeout: ['サーバーの応答に時間がかかっています。', NETWORK],
  'connection-failed': [
    '相手と映像をつなぐことができませんでした。',
    'スマートフォンの回線など、別のネットワークでお試しください。',
  ],
  'negotiation-failed': [
    '相手と映像をつなぐことができませんでした。',
    '一度退室して、入り直してください。',
  ],
  'media-unsupported': [
    'このブラウザではビデオ通話ができません。',
    '最新のChrome、Edge、Safari、Firefoxで開いてください。',
  ],
  'insecure-context': [
    '安全でないアドレスのため、カメラとマイクを使えません。',
    'アドレスがhttpsで始まっているか確認してください。',
  ],
  unknown: ['問題が発生しました。', LATER],
};
