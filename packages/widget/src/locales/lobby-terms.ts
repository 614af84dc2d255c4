import { textsOf } from './texts.ts';

/** What the person is asked to allow. */
export type Asked = 'both' | 'microphone' | 'camera';

/** Texts of the lobby, and of what other screens show of it. */
export interface LobbyTerms {
  readonly ready: string;
  readonly join: string;
  readonly joinWithout: string;
  readonly headphones: string;
  readonly nobodyInside: string;
  /** @param names at most three, set in a row */
  readonly insideNow: (names: string) => string;
  /** @param more people who are not named, 1 and more */
  readonly insideMore: (names: string, more: number) => string;

  /** In place of the preview, before the browser asks. */
  readonly why: Readonly<Record<Asked, string>>;
  readonly whyHelp: string;
  readonly allow: Readonly<Record<Asked, string>>;
  /** While the browser asks. */
  readonly answer: string;

  readonly preview: string;
  readonly cameraIsOff: string;
  readonly cameraStarting: string;
  /** For who may see and hear, and not be seen or heard. */
  readonly observing: string;

  readonly connection: {
    readonly label: string;
    readonly running: string;
    readonly good: string;
    readonly limited: string;
    readonly limitedHelp: string;
    readonly blocked: string;
    readonly blockedHelp: string;
  };

  /** The person records a few words and hears them. */
  readonly voice: {
    readonly label: string;
    readonly start: string;
    readonly help: string;
    /** @param seconds that are left, 1 and more */
    readonly recording: (seconds: number) => string;
    readonly playing: string;
    readonly stop: string;
    readonly played: string;
    readonly silent: string;
    readonly failed: string;
  };
}

export const lobbyTerms = textsOf<LobbyTerms>('lobby', {
  ko: {
    ready: '준비되셨나요?',
    join: '입장하기',
    joinWithout: '마이크와 카메라 없이 입장하기',
    headphones: '이어폰 또는 헤드셋을 쓰시면 더 편하게 들려요.',
    nobodyInside: '아직 아무도 들어오지 않았습니다.',
    insideNow: (names) => `${names} 님이 들어와 있습니다.`,
    insideMore: (names, more) => `${names} 님 외 ${more}명이 들어와 있습니다.`,

    why: {
      both: '마이크와 카메라를 켜 주세요',
      microphone: '마이크를 켜 주세요',
      camera: '카메라를 켜 주세요',
    },
    whyHelp:
      '다른 참가자와 이야기할 때만 써요. 입장하기 전에는 아무에게도 보이거나 들리지 않고, 언제든 끌 수 있어요.',
    allow: {
      both: '마이크와 카메라 허용하기',
      microphone: '마이크 허용하기',
      camera: '카메라 허용하기',
    },
    answer: '브라우저가 물으면 ‘허용’을 눌러 주세요.',

    preview: '내 모습 미리 보기',
    cameraIsOff: '카메라가 꺼져 있습니다',
    cameraStarting: '카메라를 켜고 있습니다',
    observing: '참관자는 보고 들을 수만 있습니다.',

    connection: {
      label: '연결',
      running: '확인하고 있습니다',
      good: '연결 상태가 좋습니다',
      limited: '연결됩니다',
      limitedHelp:
        '이 네트워크에서는 영상이 덜 매끄러울 수 있어요. 다른 네트워크를 쓰시면 나아질 수 있어요.',
      blocked: '연결을 확인하지 못했습니다',
      blockedHelp:
        '이 네트워크에서는 통화가 연결되지 않을 수 있어요. 다른 네트워크를 쓰거나 VPN을 꺼 보세요. 계속되면 인터뷰를 안내한 곳에 문의해 주세요.',
    },

    voice: {
      label: '내 목소리',
      start: '녹음해서 들어 보기',
      help: '3초 동안 녹음해서 들려 드려요. 이 페이지 밖으로 나가지 않아요.',
      recording: (seconds) => `말해 보세요. ${seconds}초 남았습니다.`,
      playing: '녹음된 목소리를 들려 드리고 있습니다.',
      stop: '그만 듣기',
      played: '잘 들렸나요? 들리지 않았다면 다른 스피커를 골라 보세요.',
      silent: '목소리가 녹음되지 않았어요. 다른 마이크를 골라 보세요.',
      failed: '녹음하지 못했어요. 마이크를 껐다가 켜 보세요.',
    },
  },
  en: {
    ready: 'Ready?',
    join: 'Join',
    joinWithout: 'Join without microphone and camera',
    headphones: 'Earphones or a headset make it easier to hear each other.',
    nobodyInside: 'Nobody is inside yet.',
    insideNow: (names) => `Inside now: ${names}.`,
    insideMore: (names, more) => `Inside now: ${names} and ${more} more.`,

    why: {
      both: 'Turn on your microphone and camera',
      microphone: 'Turn on your microphone',
      camera: 'Turn on your camera',
    },
    whyHelp:
      'They are only for talking with the other participants. Nobody hears or sees you before you join, and you can turn them off at any time.',
    allow: {
      both: 'Allow microphone and camera',
      microphone: 'Allow microphone',
      camera: 'Allow camera',
    },
    answer: 'When your browser asks, choose “Allow”.',

    preview: 'Preview of yourself',
    cameraIsOff: 'Your camera is off',
    cameraStarting: 'Starting your camera',
    observing: 'As an observer you can watch and listen only.',

    connection: {
      label: 'Connection',
      running: 'Checking',
      good: 'Your connection is good',
      limited: 'You can connect',
      limitedHelp: 'On this network the video may be less smooth. Another network may do better.',
      blocked: 'Your connection could not be confirmed',
      blockedHelp:
        'Calls may not work on this network. Use another network or turn off your VPN. If that does not help, ask whoever invited you.',
    },

    voice: {
      label: 'Your voice',
      start: 'Record and listen',
      help: 'Records 3 seconds and plays them to you. Nothing leaves this page.',
      recording: (seconds) =>
        seconds === 1 ? 'Say something. 1 second left.' : `Say something. ${seconds} seconds left.`,
      playing: 'Playing what you said.',
      stop: 'Stop listening',
      played: 'Did you hear yourself? If not, try another speaker.',
      silent: 'No voice was recorded. Try another microphone.',
      failed: 'Recording did not work. Turn the microphone off and on again.',
    },
  },
});
