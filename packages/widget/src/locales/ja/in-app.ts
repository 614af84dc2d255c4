import type { InAppTerms } from '../in-app-terms.ts';

export const inApp: InAppTerms = {
  apps: {
    kakaotalk: 'カカオトーク',
    naver: 'NAVERアプリ',
    line: 'LINE',
    instagram: 'Instagram',
    facebook: 'Facebook',
    other: 'このアプリ',
  },
  notice: (app) => `${app}の中では、マイクとカメラが使えないことがあります。`,
  open: '別のブラウザで開く',
  byHand:
    'アプリのメニューで「Safariで開く」を選ぶか、リンクをコピーしてSafariに貼り付けてください。',
  copy: 'リンクをコピー',
  copied: 'コピーしました。ChromeまたはSafariのアドレスバーに貼り付けてください。',
  link: 'このページのリンク',
  copyByHand: '下のリンクを長押ししてコピーしてください。',
};
