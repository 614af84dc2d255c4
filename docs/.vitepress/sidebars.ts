import type { DefaultTheme } from 'vitepress';

/** The pages of the site in the order of the English sidebar. */
export const ENGLISH: DefaultTheme.SidebarItem[] = [
  {
    text: 'Begin',
    items: [
      { text: 'Quick start', link: '/quick-start' },
      { text: 'React, Vue, Next.js', link: '/frameworks' },
      { text: 'Theming', link: '/theming' },
      { text: 'CSP and frames', link: '/csp' },
      { text: 'Troubleshooting', link: '/troubleshooting' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'The element', link: '/reference/element' },
      { text: 'REST for the back end', link: '/rest' },
      { text: 'REST reference', link: '/reference/rest' },
      { text: 'Errors', link: '/reference/errors' },
      { text: 'Protocol', link: '/protocol' },
    ],
  },
  {
    text: 'Operation',
    items: [
      { text: 'Self-hosting', link: '/self-hosting' },
      { text: 'Docker and systemd', link: '/reference/deploy' },
      { text: 'Many machines', link: '/scaling' },
      { text: 'TURN', link: '/turn' },
      { text: 'Security', link: '/security' },
      { text: 'Privacy', link: '/privacy' },
    ],
  },
  {
    text: 'The project',
    items: [
      { text: 'Architecture', link: '/architecture' },
      { text: 'Contributing', link: '/contributing' },
      { text: 'Tests', link: '/reference/tests' },
    ],
  },
];

/** The same in Korean. What is generated from English sources leads to the English page. */
export const KOREAN: DefaultTheme.SidebarItem[] = [
  {
    text: '시작하기',
    items: [
      { text: '빠른 시작', link: '/ko/quick-start' },
      { text: 'React, Vue, Next.js', link: '/ko/frameworks' },
      { text: '테마', link: '/ko/theming' },
      { text: 'CSP와 iframe', link: '/ko/csp' },
      { text: '문제 해결', link: '/ko/troubleshooting' },
    ],
  },
  {
    text: '레퍼런스',
    items: [
      { text: '엘리먼트 (영어)', link: '/reference/element' },
      { text: '백엔드를 위한 REST', link: '/ko/rest' },
      { text: 'REST 레퍼런스 (영어)', link: '/reference/rest' },
      { text: '오류 코드', link: '/ko/reference/errors' },
      { text: '프로토콜', link: '/ko/protocol' },
    ],
  },
  {
    text: '운영',
    items: [
      { text: '직접 운영하기', link: '/ko/self-hosting' },
      { text: 'Docker와 systemd (영어)', link: '/reference/deploy' },
      { text: '여러 대로 운영하기', link: '/ko/scaling' },
      { text: 'TURN', link: '/ko/turn' },
      { text: '보안', link: '/ko/security' },
      { text: '개인정보', link: '/ko/privacy' },
    ],
  },
  {
    text: '프로젝트',
    items: [
      { text: '아키텍처', link: '/ko/architecture' },
      { text: '기여하기', link: '/ko/contributing' },
      { text: '테스트 (영어)', link: '/reference/tests' },
    ],
  },
];
