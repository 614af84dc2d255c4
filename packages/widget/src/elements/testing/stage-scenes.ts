import type { Scene } from './scene.ts';
import { inCall, media, device, participant, quality, remote } from './snapshots.ts';

const OFF = { microphone: false, camera: false, screen: false };
const ON = { microphone: true, camera: true, screen: false };

/** A still picture, as of somebody before a wall. */
function picture(wall: string, coat: string): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const stream = canvas.captureStream(5);
  const context = canvas.getContext('2d');
  if (context === null) return stream;
  const draw = () => {
    context.fillStyle = wall;
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = '#e8c7ae';
    context.beginPath();
    context.arc(320, 150, 70, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = coat;
    context.beginPath();
    context.ellipse(320, 370, 170, 140, 0, 0, 2 * Math.PI);
    context.fill();
  };
  draw();
  // A frame is captured when something is drawn, and the video may come later.
  setInterval(draw, 500);
  return stream;
}

const jiwoo = remote({ stream: picture('#5f7f8c', '#37474f'), media: ON });
const others = [
  jiwoo,
  remote({ id: 'remote-0002', name: '박서준', hand: true, media: OFF }),
  remote({
    id: 'remote-0003',
    name: 'Alexandra Konstantinopoulou-Whitfield',
    stream: picture('#8c7a5f', '#4e342e'),
    media: { ...ON, microphone: false },
    hand: true,
  }),
  remote({ id: 'remote-0004', name: '최은영', quality: quality('unknown') }),
  remote({ id: 'remote-0005', name: '정하늘', media: OFF }),
];
const six = inCall({
  participants: others,
  media: media({
    microphone: device({ status: 'on' }),
    camera: device({ status: 'on' }),
    stream: picture('#6d5f8c', '#283593'),
  }),
});
const two = { ...six, self: participant({ hand: true }), participants: [jiwoo] };
const screen = {
  ...six,
  participants: [
    { ...jiwoo, screenStream: picture('#ffffff', '#b0bec5'), media: { ...ON, screen: true } },
    ...others.slice(1),
  ],
};

/** The stage in each of its layouts. */
export const stageScenes: Readonly<Record<string, Scene>> = {
  'two, with raised hand': { snapshot: two, ko: '손 들음', en: 'Hand raised' },
  'self view hidden': {
    snapshot: two,
    view: { selfView: false },
    ko: '내 모습 보기',
    en: 'Show self view',
  },
  'oneself pinned': { snapshot: two, view: { pinned: 'self' }, ko: '이지우', en: '이지우' },
  'three in a grid': {
    snapshot: { ...six, participants: others.slice(0, 2) },
    ko: '박서준',
    en: '박서준',
  },
  'five in a grid': {
    snapshot: { ...six, participants: others.slice(0, 4) },
    ko: '최은영',
    en: '최은영',
  },
  'six in a grid': { snapshot: six, ko: '정하늘', en: '정하늘' },
  'six, speaker large': {
    snapshot: six,
    view: { layout: 'speaker' },
    ko: '마이크 꺼짐',
    en: 'Microphone off',
  },
  'six, one pinned and self view hidden': {
    snapshot: six,
    view: { pinned: 'remote-0003', selfView: false },
    ko: '내 모습 보기',
    en: 'Show self view',
  },
  'screen shared by one of six': {
    snapshot: screen,
    ko: '이지우 님의 화면',
    en: 'Screen of 이지우',
  },
};
