import type { WaitingTerms } from '../waiting-terms.ts';

export const waiting: WaitingTerms = {
  heading: '正在等待准许进入',
  help: '面试官准许后会自动进入，请保持本页打开。',
  heard: '进入请求已送达。',
  leave: '不再等待并离开',
};
