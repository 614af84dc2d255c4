import type { InAppTerms } from '../in-app-terms.ts';

export const inApp: InAppTerms = {
  apps: {
    kakaotalk: 'KakaoTalk',
    naver: 'NAVER 应用',
    line: 'LINE',
    instagram: 'Instagram',
    facebook: 'Facebook',
    other: '此应用',
  },
  notice: (app) => `${app}内可能无法使用麦克风和摄像头。`,
  open: '用其他浏览器打开',
  byHand: '请在应用菜单中选择“在 Safari 中打开”，或复制链接后粘贴到 Safari。',
  copy: '复制链接',
  copied: '已复制，请粘贴到 Chrome 或 Safari 的地址栏。',
  link: '本页链接',
  copyByHand: '请长按下面的链接进行复制。',
};
