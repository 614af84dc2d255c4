import type { InApp } from './in-app-of.ts';
import { textsOf } from './texts.ts';

/** Texts for a page that an app shows in a view of its own. */
export interface InAppTerms {
  readonly apps: Readonly<Record<InApp, string>>;
  readonly notice: (app: string) => string;
  readonly open: string;
  /** Where no address leads out: how the person does it by hand. */
  readonly byHand: string;
  readonly copy: string;
  readonly copied: string;
  /** Names the field with the address, where the page may not copy. */
  readonly link: string;
  readonly copyByHand: string;
}

const NAMES = { line: 'LINE', instagram: 'Instagram', facebook: 'Facebook' };

export const inAppTerms = textsOf<InAppTerms>('inApp', {
  ko: {
    apps: { ...NAMES, kakaotalk: '카카오톡', naver: '네이버 앱', other: '이 앱' },
    notice: (app) => `${app} 안에서는 마이크와 카메라가 켜지지 않을 수 있어요.`,
    open: '다른 브라우저에서 열기',
    byHand: '앱의 메뉴에서 ‘Safari로 열기’를 고르거나, 링크를 복사해 Safari에 붙여 넣어 주세요.',
    copy: '링크 복사',
    copied: '복사했습니다. Chrome이나 Safari의 주소창에 붙여 넣어 주세요.',
    link: '이 페이지의 링크',
    copyByHand: '아래 링크를 길게 눌러 복사해 주세요.',
  },
  en: {
    apps: { ...NAMES, kakaotalk: 'KakaoTalk', naver: 'the NAVER app', other: 'this app' },
    notice: (app) => `Microphone and camera may not work inside ${app}.`,
    open: 'Open in another browser',
    byHand: 'Choose “Open in Safari” in the menu of the app, or copy the link and paste it there.',
    copy: 'Copy the link',
    copied: 'Copied. Paste it into the address bar of Chrome or Safari.',
    link: 'Link of this page',
    copyByHand: 'Press and hold the link below to copy it.',
  },
});
