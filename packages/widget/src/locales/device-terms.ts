import { textsOf } from './texts.ts';

interface DeviceTerms {
  readonly statusInterrupted: string;
  readonly interruptedHelp: string;
  readonly cameraInterrupted: string;
  readonly lowData: string;
  readonly lowDataHelp: string;
}

/** Texts of the device list beyond the first load. */
export const deviceTerms = textsOf<DeviceTerms>({
  ko: {
    statusInterrupted: '다른 앱이 사용 중',
    interruptedHelp: '전화나 다른 앱의 사용이 끝나면 저절로 돌아와요.',
    cameraInterrupted: '다른 앱이 카메라를 쓰고 있습니다',
    lowData: '데이터 절약',
    lowDataHelp: '영상을 작게 주고받아 데이터를 아껴요.',
  },
  en: {
    statusInterrupted: 'In use by another app',
    interruptedHelp: 'It comes back by itself when the phone call or the other app is done.',
    cameraInterrupted: 'Another app is using your camera',
    lowData: 'Use less data',
    lowDataHelp: 'Sends and receives smaller video.',
  },
});
