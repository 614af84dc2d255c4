import type { RendevErrorCode } from '../engine/rendev-error.ts';
import { type Trouble, describeError } from './errors.ts';
import { type Language, textsOf } from './texts.ts';

export type MediaKind = 'microphone' | 'camera';

/** Where the person finds the permission: it differs by browser. */
export type BrowserKind = 'chromium' | 'firefox' | 'safari' | 'ios' | 'android' | 'in-app';

export function browserKind(userAgent: string): BrowserKind {
  if (/KAKAOTALK|NAVER\(|Instagram|FBA[NV]|Line\/|; wv\)/i.test(userAgent)) return 'in-app';
  if (/iPhone|iPad/.test(userAgent)) return 'ios';
  if (userAgent.includes('Android')) return 'android';
  if (userAgent.includes('Firefox/')) return 'firefox';
  return /Chrome\/|Chromium\//.test(userAgent) ? 'chromium' : 'safari';
}

type Row = readonly [sentence: (device: string) => string, remedy: (device: string) => string];

interface MediaTerms {
  readonly devices: Readonly<Record<MediaKind, string>>;
  readonly denied: (device: string) => string;
  readonly permission: Readonly<Record<BrowserKind, (device: string) => string>>;
  /** `unknown` for every code that has no row. */
  readonly faults: Readonly<
    Record<'in-use' | 'device-not-found' | 'constraints' | 'blocked-by-policy' | 'unknown', Row>
  >;
}

const ko: MediaTerms = {
  devices: { microphone: '마이크', camera: '카메라' },
  denied: (d) => `${d} 사용이 허용되지 않았습니다.`,
  permission: {
    chromium: (d) => `주소창 왼쪽의 아이콘을 눌러 ${d}를 허용해 주세요.`,
    firefox: (d) => `주소창 왼쪽의 ${d} 아이콘을 눌러 차단을 풀어 주세요.`,
    safari: (d) => `Safari 메뉴의 이 웹사이트 설정에서 ${d}를 허용해 주세요.`,
    ios: (d) => `주소창 왼쪽의 아이콘을 눌러 웹사이트 설정에서 ${d}를 허용해 주세요.`,
    android: (d) => `주소창 왼쪽의 아이콘을 눌러 권한에서 ${d}를 허용해 주세요.`,
    'in-app': (d) => `이 앱에서는 ${d}를 쓰지 못할 수 있어요. Chrome이나 Safari에서 열어 주세요.`,
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
  denied: (d) => `The ${d} is not allowed.`,
  permission: {
    chromium: (d) => `Click the icon at the left of the address bar and allow the ${d}.`,
    firefox: (d) => `Click the ${d} icon at the left of the address bar and remove the block.`,
    safari: (d) => `In the Safari menu, open the settings for this website and allow the ${d}.`,
    ios: (d) => `Tap the icon at the left of the address bar and allow the ${d} under settings.`,
    android: (d) =>
      `Tap the icon at the left of the address bar and allow the ${d} under permissions.`,
    'in-app': (d) => `This app may not allow the ${d}. Open the page in Chrome or Safari.`,
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

const mediaTerms = textsOf({ ko, en });

/** Why a microphone or camera could not be had, and the remedy for this browser. */
export function describeMediaError(
  language: Language,
  kind: MediaKind,
  code: RendevErrorCode,
  browser: BrowserKind,
): Trouble {
  const { devices, denied, permission, faults } = mediaTerms(language);
  const device = devices[kind];
  if (code === 'permission-denied') {
    return { sentence: denied(device), remedy: permission[browser](device) };
  }
  if (code === 'insecure-context' || code === 'media-unsupported') {
    return describeError(language, code);
  }
  const rows: Partial<Record<RendevErrorCode, Row>> = faults;
  const [sentence, remedy] = rows[code] ?? faults.unknown;
  return { sentence: sentence(device), remedy: remedy(device) };
}
