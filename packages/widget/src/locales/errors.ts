import type { RendevErrorCode } from '../engine/rendev-error.ts';
import { type Language, textsOf } from './texts.ts';

/** What happened, and what to do about it. */
export interface Trouble {
  readonly sentence: string;
  readonly remedy: string;
}

export type ErrorTerms = Partial<
  Record<RendevErrorCode, readonly [sentence: string, remedy: string]>
>;

const ASK_KO = '인터뷰를 안내한 곳에 문의해 주세요.';
const LATER_KO = '잠시 후 다시 시도해 주세요.';
const BACK_KO = '이 페이지를 연 곳으로 돌아가 다시 들어와 주세요.';
const ko: ErrorTerms = {
  'code-invalid': ['인터뷰 코드가 바르지 않습니다.', '받으신 코드와 같은지 확인해 주세요.'],
  'too-early': ['아직 입장할 수 있는 시간이 아닙니다.', LATER_KO],
  expired: ['입장할 수 있는 시간이 지났습니다.', `새 일정은 ${ASK_KO}`],
  canceled: ['취소된 인터뷰입니다.', ASK_KO],
  ended: ['이미 끝난 인터뷰입니다.', ASK_KO],
  full: ['정원이 모두 찼습니다.', '누군가 나간 뒤에 다시 시도해 주세요.'],
  rejected: ['입장 요청이 받아들여지지 않았습니다.', ASK_KO],
  removed: ['이 인터뷰에는 다시 들어갈 수 없습니다.', ASK_KO],
  'name-required': ['이름이 필요합니다.', '다른 참가자에게 보일 이름을 입력해 주세요.'],
  'ticket-invalid': ['입장 정보가 올바르지 않습니다.', BACK_KO],
  'ticket-expired': ['입장 정보의 유효 시간이 지났습니다.', BACK_KO],
  'resume-invalid': ['이전 자리로 돌아갈 수 없습니다.', '코드를 다시 입력해 주세요.'],
  'duplicate-session': ['다른 창에서 이 인터뷰에 입장했습니다.', '그 창에서 이어 가 주세요.'],
  'origin-forbidden': [
    '이 사이트에서는 인터뷰를 열 수 없습니다.',
    '사이트 운영자에게 알려 주세요.',
  ],
  'protocol-unsupported': [
    '이 페이지와 서버의 버전이 맞지 않습니다.',
    '페이지를 새로 고쳐 주세요.',
  ],
  forbidden: ['이 일을 할 권한이 없습니다.', '진행자에게 부탁해 주세요.'],
  'not-admitted': ['아직 승낙을 받지 못했습니다.', '진행자의 승낙을 기다려 주세요.'],
  'rate-limited': ['시도가 너무 많았습니다.', LATER_KO],
  'participant-unknown': ['그 참가자는 이미 나갔습니다.', '참가자 목록을 확인해 주세요.'],
  'message-empty': ['메시지에 내용이 없습니다.', '내용을 입력해 주세요.'],
  'message-too-long': ['메시지가 너무 깁니다.', '2,000자 이내로 나누어 보내 주세요.'],
  unavailable: ['서버가 잠시 쉬고 있습니다.', LATER_KO],
  internal: ['서버에 문제가 생겼습니다.', LATER_KO],
  'server-unreachable': [
    '서버에 연결할 수 없습니다.',
    '인터넷 연결을 확인하고 다시 시도해 주세요.',
  ],
  timeout: ['서버의 응답이 늦어지고 있습니다.', '인터넷 연결을 확인하고 다시 시도해 주세요.'],
  'connection-failed': [
    '상대방과 영상을 연결하지 못했습니다.',
    '휴대폰 데이터 같은 다른 네트워크로 다시 시도해 주세요.',
  ],
  'negotiation-failed': ['상대방과 영상을 연결하지 못했습니다.', '나갔다가 다시 입장해 주세요.'],
  'media-unsupported': [
    '이 브라우저에서는 영상 통화를 할 수 없습니다.',
    '최신 Chrome, Edge, Safari, Firefox에서 열어 주세요.',
  ],
  'insecure-context': [
    '안전하지 않은 주소라서 카메라와 마이크를 쓸 수 없습니다.',
    '주소가 https로 시작하는지 확인해 주세요.',
  ],
  unknown: ['문제가 생겼습니다.', LATER_KO],
};

const ASK_EN = 'Ask whoever invited you.';
const LATER_EN = 'Try again in a moment.';
const BACK_EN = 'Go back to the page that opened this one and enter again.';
const en: ErrorTerms = {
  'code-invalid': ['This interview code is not right.', 'Compare it with the code you were given.'],
  'too-early': ['It is too early to enter.', LATER_EN],
  expired: ['The time for entering is over.', `For another time: ${ASK_EN.toLowerCase()}`],
  canceled: ['This interview was canceled.', ASK_EN],
  ended: ['This interview has already ended.', ASK_EN],
  full: ['The room is full.', 'Try again when somebody has left.'],
  rejected: ['You were not let in.', ASK_EN],
  removed: ['You cannot enter this interview again.', ASK_EN],
  'name-required': ['A name is needed.', 'Enter the name that others will see.'],
  'ticket-invalid': ['This invitation is not valid.', BACK_EN],
  'ticket-expired': ['This invitation has expired.', BACK_EN],
  'resume-invalid': ['Your former seat is gone.', 'Enter the code again.'],
  'duplicate-session': ['You joined this interview in another window.', 'Continue there.'],
  'origin-forbidden': [
    'Interviews cannot be opened on this site.',
    'Please tell whoever runs the site.',
  ],
  'protocol-unsupported': ['This page and the server do not fit together.', 'Reload the page.'],
  forbidden: ['You may not do this.', 'Ask an interviewer.'],
  'not-admitted': ['You have not been let in yet.', 'Wait until an interviewer lets you in.'],
  'rate-limited': ['There were too many attempts.', LATER_EN],
  'participant-unknown': ['That participant has already left.', 'Check the participants.'],
  'message-empty': ['The message is empty.', 'Write something first.'],
  'message-too-long': ['The message is too long.', 'Send it in parts of up to 2,000 characters.'],
  unavailable: ['The server is taking a short break.', LATER_EN],
  internal: ['Something went wrong on the server.', LATER_EN],
  'server-unreachable': [
    'The server cannot be reached.',
    'Check your internet connection and try again.',
  ],
  timeout: [
    'The server is taking too long to answer.',
    'Check your internet connection and try again.',
  ],
  'connection-failed': [
    'Video to another participant could not be connected.',
    'Try another network, such as mobile data.',
  ],
  'negotiation-failed': [
    'Video to another participant could not be connected.',
    'Leave and join again.',
  ],
  'media-unsupported': [
    'This browser cannot make video calls.',
    'Open the page in a current Chrome, Edge, Safari or Firefox.',
  ],
  'insecure-context': [
    'The camera and microphone are not available at an insecure address.',
    'Check that the address begins with https.',
  ],
  unknown: ['Something went wrong.', LATER_EN],
};

export const errorTerms = textsOf('errors', { ko, en });

/** What a person reads about an error; a code without a text of its own gets the general one. */
export function describeError(language: Language, code: RendevErrorCode): Trouble {
  const table = errorTerms(language);
  const [sentence, remedy] = table[code] ?? table.unknown ?? ['', ''];
  return { sentence, remedy };
}
