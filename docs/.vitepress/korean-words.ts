import type { DefaultTheme } from 'vitepress';

/** What the theme itself says, in Korean. */
export const KOREAN_WORDS: DefaultTheme.Config = {
  outline: { label: '이 페이지에서', level: [2, 3] },
  docFooter: { prev: '이전', next: '다음' },
  darkModeSwitchLabel: '색 테마',
  lightModeSwitchTitle: '밝은 테마로 바꾸기',
  darkModeSwitchTitle: '어두운 테마로 바꾸기',
  sidebarMenuLabel: '메뉴',
  returnToTopLabel: '맨 위로',
  langMenuLabel: '언어 바꾸기',
  skipToContentLabel: '본문으로 건너뛰기',
  notFound: {
    title: '페이지가 없습니다',
    quote: '주소가 바뀌었거나 잘못 입력되었습니다.',
    linkLabel: '처음으로',
    linkText: '처음으로',
  },
};

/** The words of the search box, in Korean. */
export const KOREAN_SEARCH = {
  button: { buttonText: '검색', buttonAriaLabel: '검색' },
  modal: {
    displayDetails: '자세한 목록 보기',
    resetButtonTitle: '지우기',
    backButtonTitle: '닫기',
    noResultsText: '결과가 없습니다:',
    footer: {
      selectText: '열기',
      navigateText: '이동',
      closeText: '닫기',
    },
  },
};
