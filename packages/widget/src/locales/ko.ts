/** Korean, written first; every other language has exactly these keys. */
export const ko = {
  brand: 'renDev Interview',

  // code entry
  code: '인터뷰 코드',
  codeLead: '인터뷰 코드를 입력해 주세요.',
  codeHelp: '코드는 이메일 또는 마이페이지에서 확인할 수 있어요.',
  codeShort: '코드는 6자 이상입니다. 빠진 글자가 없는지 확인해 주세요.',
  codeHangul: '한글로 입력하신 글자를 영문 자판에 맞게 바꾸었습니다.',
  name: '이름',
  nameHelp: '다른 참가자에게 보이는 이름이에요.',
  nameMissing: '이름을 입력해 주세요.',
  enter: '인터뷰 입장',
  checking: '확인하고 있습니다',
  tryAgain: '다시 시도',
  tryAgainIn: (seconds: number) => `${seconds}초 후에 다시 시도`,
  waitSeconds: (seconds: number) => `${seconds}초 후에 다시 시도해 주세요.`,
  otherCode: '다른 코드 입력',

  // countdown
  countdown: '아직 열리지 않았습니다',
  opensIn: '열릴 때까지',
  countdownDays: (days: number) => `${days}일`,
  startsAt: (time: string) => `인터뷰는 ${time}에 시작합니다.`,
  hereAt: (time: string) => `지금 계신 곳의 시각으로는 ${time}입니다.`,
  opensByItself: '시간이 되면 이 페이지가 저절로 열려요. 그대로 두셔도 됩니다.',
  opensInMinutes: (minutes: number) => `${minutes}분 뒤에 열립니다.`,
  addToCalendar: '캘린더에 추가',
  tryDevices: '마이크와 카메라 미리 확인',
  tryDevicesEnd: '확인 마치기',

  // lobby
  joining: '입장하고 있습니다',

  // devices
  devices: '장치 설정',
  microphone: '마이크',
  camera: '카메라',
  speaker: '스피커',

  // call
  call: '인터뷰',
  controls: '통화 조작',
  microphoneOff: '마이크 끄기',
  microphoneOn: '마이크 켜기',
  cameraOff: '카메라 끄기',
  cameraOn: '카메라 켜기',
  share: '화면 공유',
  shareOff: '화면 공유 끝내기',
  sharing: '내 화면을 공유하고 있습니다',
  screenOf: (name: string) => `${name} 님의 화면`,
  chat: '채팅',
  people: '참가자',
  leave: '나가기',
  close: '닫기',
  me: '나',
  alone: '아직 혼자 있습니다',
  aloneHelp: '다른 참가자가 들어오면 여기에 보여요.',
  minutesLeft: (minutes: number) => `${minutes}분 남음`,
  timeLeft: (clock: string) => `${clock} 남음`,
  hoursLeft: (hours: number, minutes: number) => `${hours}시간 ${minutes}분 남음`,
  reconnecting: '연결이 끊겨 다시 연결하고 있습니다.',
  soundBlocked: '브라우저가 소리를 막고 있습니다.',
  startSound: '소리 켜기',
  muteAsked: (name: string) => `${name} 님이 마이크를 꺼 달라고 요청했습니다.`,
  dismiss: '그대로 두기',
  muted: '마이크 꺼짐',
  handRaised: '손 들음',
  screenFailed: '화면을 준비하지 못했습니다.',
  screenFailedHelp: '인터넷 연결을 확인하고 다시 시도해 주세요.',

  // people
  peopleCount: (count: number) => `참가자 ${count}명`,
  waitingPeople: (count: number) => `승낙을 기다리는 사람 ${count}명`,
  admit: '승낙',
  refuse: '거절',
  admitName: (name: string) => `${name} 님 승낙`,
  refuseName: (name: string) => `${name} 님 거절`,
  roleInterviewer: '진행자',
  roleCandidate: '지원자',
  roleObserver: '참관자',
  roleParticipant: '참가자',

  // spoken
  saidJoined: (name: string) => `${name} 님이 들어왔습니다.`,
  saidLeft: (name: string) => `${name} 님이 나갔습니다.`,
  saidMuted: (name: string) => `${name} 님이 마이크를 껐습니다.`,
  saidUnmuted: (name: string) => `${name} 님이 마이크를 켰습니다.`,
  saidSharing: (name: string) => `${name} 님이 화면을 공유하고 있습니다.`,
  saidWaiting: (name: string) => `${name} 님이 승낙을 기다리고 있습니다.`,
};

export type Terms = typeof ko;
