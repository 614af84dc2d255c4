import type { LocalDevice } from '../engine/session-snapshot.ts';
import { textsOf } from './texts.ts';

export interface DeviceTerms {
  readonly defaultDevice: string;
  /** For a device that tells no name; the number counts from 1. */
  readonly unnamed: Readonly<
    Record<'microphone' | 'camera' | 'speaker', (number: number) => string>
  >;
  readonly testSound: string;
  readonly status: Readonly<Record<LocalDevice['status'], string>>;
  /** A voice has come through. */
  readonly heard: string;
  readonly interruptedHelp: string;
  readonly cameraInterrupted: string;
  readonly lowData: string;
  readonly lowDataHelp: string;
}

/** Texts of the device list. */
export const deviceTerms = textsOf<DeviceTerms>('device', {
  ko: {
    defaultDevice: '기본 장치',
    unnamed: {
      microphone: (number) => `마이크 ${number}`,
      camera: (number) => `카메라 ${number}`,
      speaker: (number) => `스피커 ${number}`,
    },
    testSound: '소리 들어 보기',
    status: {
      off: '꺼짐',
      starting: '켜는 중',
      on: '켜짐',
      interrupted: '다른 앱이 사용 중',
      failed: '사용할 수 없음',
    },
    heard: '소리가 잘 들어옵니다',
    interruptedHelp: '전화나 다른 앱의 사용이 끝나면 저절로 돌아와요.',
    cameraInterrupted: '다른 앱이 카메라를 쓰고 있습니다',
    lowData: '데이터 절약',
    lowDataHelp: '영상을 작게 주고받아 데이터를 아껴요.',
  },
  en: {
    defaultDevice: 'Default device',
    unnamed: {
      microphone: (number) => `Microphone ${number}`,
      camera: (number) => `Camera ${number}`,
      speaker: (number) => `Speaker ${number}`,
    },
    testSound: 'Play a test sound',
    status: {
      off: 'Off',
      starting: 'Starting',
      on: 'On',
      interrupted: 'In use by another app',
      failed: 'Not available',
    },
    heard: 'We can hear you',
    interruptedHelp: 'It comes back by itself when the phone call or the other app is done.',
    cameraInterrupted: 'Another app is using your camera',
    lowData: 'Use less data',
    lowDataHelp: 'Sends and receives smaller video.',
  },
});
