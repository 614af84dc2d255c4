import type { DeviceTerms } from '../device-terms.ts';

export const device: DeviceTerms = {
  defaultDevice: '既定のデバイス',
  unnamed: {
    microphone: (number) => `マイク ${number}`,
    camera: (number) => `カメラ ${number}`,
    speaker: (number) => `スピーカー ${number}`,
  },
  testSound: 'テスト音を鳴らす',
  status: {
    off: 'オフ',
    starting: '起動中',
    on: 'オン',
    interrupted: '別のアプリが使用中',
    failed: '使えません',
  },
  heard: '声が届いています',
  interruptedHelp: '電話や別のアプリが終わると、自動で戻ります。',
  cameraInterrupted: '別のアプリがカメラを使っています',
  lowData: 'データ節約',
  lowDataHelp: '小さめの映像でやりとりし、データを節約します。',
};
