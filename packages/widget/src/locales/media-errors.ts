import type { RendevErrorCode } from '../engine/rendev-error.ts';
import { type Trouble, describeError } from './errors.ts';
import type { Browser, Platform, System } from './platform.ts';
import { type Language, textsOf } from './texts.ts';

export type MediaKind = 'microphone' | 'camera';

/** Where a browser keeps what the person has answered. */
type PermissionPlace =
  /** An icon in the address bar of Chrome, Edge and others on a computer. */
  | 'desktop'
  | 'desktop-firefox'
  | 'desktop-safari'
  | 'android'
  | 'ios-safari'
  /** Other browsers on an iPhone ask through the settings of the system. */
  | 'ios-other'
  | 'in-app';

type Row = readonly [sentence: (device: string) => string, remedy: (device: string) => string];
type Remedy = (device: string, browser: string) => string;

export interface MediaTerms {
  readonly devices: Readonly<Record<MediaKind, string>>;
  /** Names of browsers as their makers write them; `other` where it has none. */
  readonly browsers: Readonly<Record<Browser, string>>;
  readonly denied: (device: string) => string;
  readonly permission: Readonly<Record<PermissionPlace, Remedy>>;
  /** The system does not let the browser have the device, whatever the person told the browser. */
  readonly systemDenied: (device: string) => string;
  readonly systemPermission: Readonly<Record<System, Remedy>>;
  /** `unknown` for every code that has no row. */
  readonly faults: Readonly<
    Record<'in-use' | 'device-not-found' | 'constraints' | 'blocked-by-policy' | 'unknown', Row>
  >;
}

const BROWSERS = {
  chrome: 'Chrome',
  edge: 'Edge',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  safari: 'Safari',
};

const ko: MediaTerms = {
  devices: { microphone: '마이크', camera: '카메라' },
  browsers: { ...BROWSERS, samsung: '삼성 인터넷', other: '브라우저' },
  denied: (d) => `${d} 사용이 허용되지 않았습니다.`,
  permission: {
    desktop: (d) => `주소창 왼쪽의 아이콘을 눌러 ${d}를 허용해 주세요.`,
    'desktop-firefox': (d) => `주소창 왼쪽의 ${d} 아이콘을 눌러 차단을 풀어 주세요.`,
    'desktop-safari': (d) =>
      `화면 위 Safari 메뉴의 ‘이 웹사이트 설정’에서 ${d}를 허용으로 바꿔 주세요.`,
    android: (d) => `주소창 왼쪽의 아이콘을 눌러 권한에서 ${d}를 허용해 주세요.`,
    'ios-safari': (d) => `주소창 왼쪽의 아이콘을 눌러 ‘웹 사이트 설정’에서 ${d}를 허용해 주세요.`,
    'ios-other': (d, b) =>
      `설정 앱의 ${b} 항목에서 ${d}를 켠 뒤 페이지를 새로 고치고, 다시 물으면 허용해 주세요.`,
    'in-app': (d) => `이 앱에서는 ${d}를 쓰지 못할 수 있어요. Chrome이나 Safari에서 열어 주세요.`,
  },
  systemDenied: (d) => `기기 설정에서 브라우저의 ${d} 사용을 막고 있습니다.`,
  systemPermission: {
    windows: (d) =>
      `Windows 설정 > 개인 정보 및 보안 > ${d}에서 ‘${d} 액세스’와 ‘데스크톱 앱이 ${d}에 액세스하도록 허용’을 켜 주세요.`,
    macos: (d, b) =>
      `Mac의 시스템 설정 > 개인정보 보호 및 보안 > ${d}에서 ${b} 항목을 켜고 브라우저를 다시 열어 주세요.`,
    ios: (d, b) => `설정 앱에서 ${b} 항목을 찾아 ${d}를 켜 주세요.`,
    android: (d, b) =>
      `휴대폰 설정 > 애플리케이션 > ${b} > 권한에서 ${d}를 허용해 주세요. 빠른 설정에서 ${d} 사용이 꺼져 있지 않은지도 확인해 주세요.`,
    other: (d) => `기기의 개인 정보 설정에서 브라우저가 ${d}를 쓰도록 허용해 주세요.`,
  },
  faults: {
    'in-use': [
      (d) => `다른 프로그램이 ${d}를 쓰고 있습니다.`,
      (d) => `${d}를 쓰는 다른 프로그램이나 탭을 닫고 다시 시도해 주세요.`,
    ],
    'device-not-found': [
      (d) => `연결된 ${d}가 없습니다.`,
      (d) => `${d}를 연결하고 다시 시도해 주세요. 없어도 입장할 수 있어요.`,
    ],
    constraints: [(d) => `선택한 ${d}를 쓸 수 없습니다.`, (d) => `다른 ${d}를 골라 주세요.`],
    'blocked-by-policy': [
      (d) => `이 페이지가 ${d}를 막고 있습니다.`,
      () => '사이트 운영자에게 알려 주세요.',
    ],
    unknown: [(d) => `${d}를 켜지 못했습니다.`, () => '브라우저를 다시 열고 시도해 주세요.'],
  },
};

const en: MediaTerms = {
  devices: { microphone: 'microphone', camera: 'camera' },
  browsers: { ...BROWSERS, other: 'your browser' },
  denied: (d) => `The ${d} is not allowed.`,
  permission: {
    desktop: (d) => `Click the icon at the start of the address bar and allow the ${d}.`,
    'desktop-firefox': (d) =>
      `Click the ${d} icon at the start of the address bar and remove the block.`,
    'desktop-safari': (d) =>
      `In the Safari menu at the top of the screen, open the settings for this website and allow the ${d}.`,
    android: (d) =>
      `Tap the icon at the start of the address bar and allow the ${d} under permissions.`,
    'ios-safari': (d) =>
      `Tap the icon at the start of the address bar, open the website settings and allow the ${d}.`,
    'ios-other': (d, b) =>
      `In the Settings app, find ${b} and turn on the ${d}. Then reload this page, and allow it when you are asked again.`,
    'in-app': (d) => `This app may not allow the ${d}. Open the page in Chrome or Safari.`,
  },
  systemDenied: (d) => `Your device keeps the browser from using the ${d}.`,
  systemPermission: {
    windows: (d) =>
      `In Windows Settings, open Privacy & security > ${d === 'camera' ? 'Camera' : 'Microphone'} and turn on access, also for desktop apps.`,
    macos: (d, b) =>
      `On your Mac, open System Settings > Privacy & Security > ${d === 'camera' ? 'Camera' : 'Microphone'}, turn on ${b} and open the browser again.`,
    ios: (d, b) => `In the Settings app, find ${b} and turn on the ${d}.`,
    android: (d, b) =>
      `In your phone's settings, open Apps > ${b} > Permissions and allow the ${d}. Also check that ${d} access is on in the quick settings.`,
    other: (d) => `Allow your browser to use the ${d} in the privacy settings of your device.`,
  },
  faults: {
    'in-use': [
      (d) => `Another program is using the ${d}.`,
      (d) => `Close other programs or tabs that use the ${d} and try again.`,
    ],
    'device-not-found': [
      (d) => `No ${d} was found.`,
      (d) => `Connect a ${d} and try again. You can also join without one.`,
    ],
    constraints: [(d) => `The chosen ${d} cannot be used.`, (d) => `Choose another ${d}.`],
    'blocked-by-policy': [
      (d) => `This page blocks the ${d}.`,
      () => 'Please tell whoever runs the site.',
    ],
    unknown: [(d) => `The ${d} could not be started.`, () => 'Restart the browser and try again.'],
  },
};

export const mediaTerms = textsOf('media', { ko, en });

/** Why a microphone or camera could not be had, and the remedy for this browser and system. */
export function describeMediaError(
  language: Language,
  kind: MediaKind,
  code: RendevErrorCode,
  where: Platform,
): Trouble {
  const terms = mediaTerms(language);
  const device = terms.devices[kind];
  const browser = terms.browsers[where.browser];
  if (code === 'permission-denied') {
    const remedy = terms.permission[permissionPlace(where)];
    return { sentence: terms.denied(device), remedy: remedy(device, browser) };
  }
  if (code === 'blocked-by-system') {
    const remedy = terms.systemPermission[where.system];
    return { sentence: terms.systemDenied(device), remedy: remedy(device, browser) };
  }
  if (code === 'insecure-context' || code === 'media-unsupported') {
    return describeError(language, code);
  }
  const rows: Partial<Record<RendevErrorCode, Row>> = terms.faults;
  const [sentence, remedy] = rows[code] ?? terms.faults.unknown;
  return { sentence: sentence(device), remedy: remedy(device) };
}

function permissionPlace({ system, browser, inApp }: Platform): PermissionPlace {
  if (inApp !== null) return 'in-app';
  if (system === 'ios') return browser === 'safari' ? 'ios-safari' : 'ios-other';
  if (system === 'android') return 'android';
  if (browser === 'firefox') return 'desktop-firefox';
  return browser === 'safari' ? 'desktop-safari' : 'desktop';
}
