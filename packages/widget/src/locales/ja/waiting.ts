import type { WaitingTerms } from '../waiting-terms.ts';

export const waiting: WaitingTerms = {
  heading: '承認を待っています',
  help: '面接担当者が承認すると自動で入室します。それまでこの画面を開いたままにしてください。',
  heard: '入室の希望が届きました。',
  leave: '待たずに退室する',
};
