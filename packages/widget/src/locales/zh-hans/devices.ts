import type { DeviceTerms } from '../device-terms.ts';

export const device: DeviceTerms = {
  defaultDevice: '默认设备',
  unnamed: {
    microphone: (number) => `麦克风 ${number}`,
    camera: (number) => `摄像头 ${number}`,
    speaker: (number) => `扬声器 ${number}`,
  },
  testSound: '播放测试音',
  status: {
    off: '已关闭',
    starting: '正在打开',
    on: '已打开',
    interrupted: '其他应用正在使用',
    failed: '不可用',
  },
  heard: '可以听到声音',
  interruptedHelp: '电话或其他应用结束后会自动恢复。',
  cameraInterrupted: '其他应用正在使用摄像头',
  lowData: '节省流量',
  lowDataHelp: '收发较小的画面以节省流量。',
};
