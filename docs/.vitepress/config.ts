import { defineConfig } from 'vitepress';
import { KOREAN_SEARCH, KOREAN_WORDS } from './korean-words.ts';
import { outsideLinks } from './outside-links.ts';
import { ENGLISH, KOREAN } from './sidebars.ts';

export default defineConfig({
  title: 'renDev Interview',
  cleanUrls: true,
  cacheDir: '../node_modules/.vitepress',
  head: [
    ['link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }],
    ['meta', { name: 'theme-color', content: '#5b43b8' }],
  ],
  markdown: { config: outsideLinks },
  themeConfig: {
    logo: '/icon.svg',
    search: { provider: 'local', options: { locales: { ko: { translations: KOREAN_SEARCH } } } },
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: 'An interview room that any web page can embed: video call and chat',
      themeConfig: {
        nav: [
          { text: 'Quick start', link: '/quick-start' },
          { text: 'The element', link: '/reference/element' },
          { text: 'REST', link: '/rest' },
          { text: 'Self-hosting', link: '/self-hosting' },
        ],
        sidebar: ENGLISH,
        outline: { level: [2, 3] },
      },
    },
    ko: {
      label: '한국어',
      lang: 'ko',
      description: '어떤 웹 페이지에도 넣을 수 있는 인터뷰 방: 영상 통화와 채팅',
      themeConfig: {
        nav: [
          { text: '빠른 시작', link: '/ko/quick-start' },
          { text: '문제 해결', link: '/ko/troubleshooting' },
          { text: 'REST', link: '/ko/rest' },
          { text: '직접 운영하기', link: '/ko/self-hosting' },
        ],
        sidebar: KOREAN,
        ...KOREAN_WORDS,
      },
    },
  },
});
