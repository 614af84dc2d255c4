import { textsOf } from './texts.ts';

/** How far an own message has come. */
export type Mark = 'sent' | 'delivered' | 'read';

/** Texts of the chat, its field and its settings. */
export interface ChatTerms {
  readonly log: string;
  readonly empty: string;
  readonly emptyHelp: string;
  readonly earlier: string;
  readonly newest: string;
  readonly newMessages: (count: number) => string;
  /** Spoken before an own message, whose side and colour say so to others. */
  readonly mine: string;
  readonly sending: string;
  readonly marks: Readonly<Record<Mark, string>>;
  /** Where some of several have read it. */
  readonly readBy: (count: number) => string;
  readonly failed: string;
  readonly retry: string;
  readonly discard: string;
  readonly more: string;
  readonly less: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly typing: (name: string) => string;
  readonly typingMany: (count: number) => string;

  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly emoji: string;
  readonly emojiLoading: string;
  readonly emojiFailed: string;
  readonly tryAgain: string;
  readonly left: (characters: number) => string;
  readonly tooLong: (characters: number) => string;

  readonly settings: string;
  readonly sound: string;
  readonly soundHelp: string;
  readonly notice: string;
  readonly noticeHelp: string;
  /** The browser refuses notices; what to do. */
  readonly noticeBlocked: string;

  readonly saidMessage: (name: string, text: string) => string;
  readonly saidMany: (count: number) => string;
  readonly saidFailed: string;
}

const ko: ChatTerms = {
  log: '대화 내용',
  empty: '아직 메시지가 없습니다',
  emptyHelp: '링크나 질문을 여기에 남겨 보세요. 이 인터뷰의 참가자만 볼 수 있어요.',
  earlier: '이전 메시지 보기',
  newest: '최근 메시지로',
  newMessages: (count) => `새 메시지 ${count}개`,
  mine: '내 메시지',
  sending: '보내는 중',
  marks: { sent: '보냄', delivered: '전달됨', read: '읽음' },
  readBy: (count) => `${count}명 읽음`,
  failed: '보내지 못했습니다.',
  retry: '다시 보내기',
  discard: '지우기',
  more: '더 보기',
  less: '접기',
  copy: '메시지 복사',
  copied: '메시지를 복사했습니다.',
  copyFailed: '메시지를 복사하지 못했습니다.',
  typing: (name) => `${name} 님이 입력하고 있습니다`,
  typingMany: (count) => `${count}명이 입력하고 있습니다`,

  message: '메시지',
  placeholder: '메시지를 입력하세요',
  send: '보내기',
  emoji: '이모지',
  emojiLoading: '이모지를 불러오고 있습니다',
  emojiFailed: '이모지를 불러오지 못했습니다.',
  tryAgain: '다시 시도',
  left: (characters) => `${characters}자 남음`,
  tooLong: (characters) => `${characters}자를 줄여 주세요`,

  settings: '채팅 알림 설정',
  sound: '새 메시지 소리',
  soundHelp: '메시지가 오면 짧은 소리로 알려요.',
  notice: '바탕 화면 알림',
  noticeHelp: '다른 창을 보고 있을 때 이름과 내용을 알려요.',
  noticeBlocked: '브라우저가 알림을 막고 있어요. 주소창의 사이트 설정에서 알림을 허용해 주세요.',

  saidMessage: (name, text) => `${name} 님의 메시지: ${text}`,
  saidMany: (count) => `새 메시지 ${count}개가 있습니다.`,
  saidFailed: '메시지를 보내지 못했습니다.',
};

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

const en: ChatTerms = {
  log: 'Conversation',
  empty: 'No messages yet',
  emptyHelp: 'Share a link or a question. Only people in this interview can see it.',
  earlier: 'Show earlier messages',
  newest: 'Go to the latest message',
  newMessages: (count) => plural(count, 'new message'),
  mine: 'Your message',
  sending: 'Sending',
  marks: { sent: 'Sent', delivered: 'Delivered', read: 'Read' },
  readBy: (count) => `Read by ${count}`,
  failed: 'This message was not sent.',
  retry: 'Send again',
  discard: 'Discard',
  more: 'Show more',
  less: 'Show less',
  copy: 'Copy message',
  copied: 'The message is copied.',
  copyFailed: 'The message could not be copied.',
  typing: (name) => `${name} is typing`,
  typingMany: (count) => `${count} people are typing`,

  message: 'Message',
  placeholder: 'Write a message',
  send: 'Send',
  emoji: 'Emoji',
  emojiLoading: 'Loading emoji',
  emojiFailed: 'The emoji could not be loaded.',
  tryAgain: 'Try again',
  left: (characters) => `${plural(characters, 'character')} left`,
  tooLong: (characters) => `${plural(characters, 'character')} too long`,

  settings: 'Chat notification settings',
  sound: 'Sound for new messages',
  soundHelp: 'A short sound when a message arrives.',
  notice: 'Desktop notifications',
  noticeHelp: 'Shows name and text while you look at another window.',
  noticeBlocked:
    'Your browser blocks notifications. Allow them in the site settings next to the address.',

  saidMessage: (name, text) => `Message from ${name}: ${text}`,
  saidMany: (count) => `You have ${plural(count, 'new message')}.`,
  saidFailed: 'Your message was not sent.',
};

export const chatTerms = textsOf('chat', { ko, en });
