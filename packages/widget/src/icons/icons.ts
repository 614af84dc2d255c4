import { type TemplateResult, svg, html } from 'lit';

const dot = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z';
const slash = 'M4 4l16 16';
const microphone =
  'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21';
const signal = 'M5.5 19v-3.5M12 19v-8M18.5 19V5';
const camera =
  'M5.5 5.5h8a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM15.5 10.5l5-3v9l-5-3';

/** Drawn by us on a grid of 24, by stroke. */
const paths = {
  alert: `${dot}M12 7.5v5.5M12 16.5v.01`,
  bell: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4',
  camera,
  cameraOff: camera + slash,
  chat: 'M4 5h16a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-8.5l-4.5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
  chevron: 'M6 9.5l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: `${dot}M12 7v5l3.5 2`,
  close: 'M6 6l12 12M18 6L6 18',
  devices:
    'M4 7.5h8.5M17.5 7.5H20M4 16.5h2.5M11.5 16.5H20M15 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  down: 'M12 5v14M6 13l6 6 6-6',
  expand: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  gauge: 'M5 18.5a8.5 8.5 0 1 1 14 0M12 13.5l3.5-4',
  grid: 'M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z',
  hand: 'M8 12.5V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0V14a6.5 6.5 0 0 1-6.5 6.5c-2.6 0-4.2-1.2-5.3-3.2L3.6 14.2a1.5 1.5 0 0 1 2.5-1.6L8 15',
  keyboard:
    'M3.5 6.5h17a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM6.5 10.5v.01M10 10.5v.01M14 10.5v.01M17.5 10.5v.01M8 14h8',
  leave: 'M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10 12h10M16.5 8.5L20 12l-3.5 3.5',
  microphone,
  microphoneOff: microphone + slash,
  more: 'M5.5 11.3a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4zM12 11.3a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4zM18.5 11.3a.7.7 0 1 0 0 1.4.7.7 0 0 0 0-1.4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.7-4 3.7-6 7.5-6s6.8 2 7.5 6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M16 4.9a3.5 3.5 0 0 1 0 6.2M18 14.9c2 .7 3.2 2.2 3.5 4.6',
  pictureInPicture:
    'M3.5 5h17a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM12.5 12h6v4.5h-6z',
  screen:
    'M4 4.5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-10a1 1 0 0 1 1-1zM8.5 20h7M12 13.5v-5.5M9.5 10.2L12 7.7l2.5 2.5',
  send: 'M12 19V5M6 11l6-6 6 6',
  signal,
  signalLost: signal + slash,
  signalWeak: 'M5.5 19v-3.5M12 19v-8M18.5 19v-.01',
  smile:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.5 14.5c1.900 2.300 5.100 2.300 7 0M9 9.8v.01M15 9.8v.01',
  speaker: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  bellOff: 'M6 16.5v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4M4 4l16 16',
  copy: 'M9 8h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM5 16H4.5a.5.5 0 0 1-.5-.5V5a1 1 0 0 1 1-1h10.5a.5.5 0 0 1 .5.5V5',
  spotlight: 'M4 4.5h16V14H4zM4 17.5h3.5v2.5H4zM10.25 17.5h3.5v2.5h-3.5zM16.5 17.5H20v2.5h-3.5z',
} as const;

export type IconName = keyof typeof paths;

/** They point along the line of reading, and turn with it. */
const along = new Set<IconName>(['chat', 'leave', 'speaker']);

/** An icon beside a word, or in a button that has a name: it says nothing itself. */
export function icon(name: IconName): TemplateResult {
  const turns = along.has(name) ? 'along' : '';
  return html`<svg class=${turns} viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d=${paths[name]} />`}
  </svg>`;
}
