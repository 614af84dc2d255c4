import type { RendevErrorCode } from '@rendev/interview';
import type { ErrorHelp } from './error-help.ts';

/** The same as ERROR_HELP in Korean, for docs/ko/reference/errors.md. */
export const ERROR_HELP_KO: Readonly<Record<RendevErrorCode, ErrorHelp>> = {
  'code-invalid': {
    cause: '코드를 잘못 입력했거나, 인터뷰가 끝나 코드가 풀렸습니다.',
    mend: '메일의 코드와 비교하세요. 인터뷰가 남아 있는지는 `GET /v1/interviews` 로 알 수 있습니다.',
  },
  'too-early': {
    cause: '문은 예약 시간 15분 전, 또는 `opensAt` 에 열립니다.',
    mend: '기다리면 남은 시간을 보여 주다가 저절로 들어갑니다. 더 일찍 열려면 `opensAt` 을 PATCH 하세요.',
  },
  expired: {
    cause:
      '예약 시간에서 3시간이 지났거나 `closesAt` 이 지났습니다. 시간대를 잘못 보낸 경우가 많습니다.',
    mend: '`timeZone` 이나 오프셋이 있는 `scheduledAt` 으로 다시 예약하세요. 시험용이라면 `rendev-signal host add … --window off` 를 쓰세요.',
  },
  canceled: { cause: '호스트가 인터뷰를 취소했습니다.', mend: '새로 예약하세요.' },
  ended: { cause: '인터뷰어나 호스트가 모두에게 끝냈습니다.', mend: '새로 예약하세요.' },
  full: {
    cause: '자리가 모두 찼습니다. 두 번째 탭이나 끊긴 연결도 30초 동안 자리를 차지합니다.',
    mend: '잠시 뒤에 다시 시도하세요. 사람마다 다른 코드나 `subject` 를 주고, 필요하면 `maxParticipants` 를 늘리세요.',
  },
  rejected: {
    cause: '인터뷰어가 입장을 거절했습니다.',
    mend: '인터뷰어가 다른 코드나 티켓으로 다시 초대해야 합니다.',
  },
  removed: {
    cause: '인터뷰어가 내보냈습니다.',
    mend: '인터뷰어가 다른 코드나 티켓으로 다시 초대해야 합니다.',
  },
  'name-required': {
    cause: '공용 코드에는 이름이 정해져 있지 않은데 이름을 보내지 않았습니다.',
    mend: '`name` 속성을 넣거나 이름을 입력하게 하세요.',
  },
  'ticket-invalid': {
    cause: '티켓이 잘렸거나, 다른 서버의 것이거나, 서버의 비밀값이 바뀌었습니다.',
    mend: '새로 발급하세요. `RENDEV_SECRET` 은 다시 시작해도, 어느 서버에서도 같아야 합니다.',
  },
  'ticket-expired': {
    cause: '티켓이 `expiresIn`(기본 15분)보다 오래되었습니다.',
    mend: '메일을 보낼 때가 아니라 페이지를 열 때 발급하세요.',
  },
  'resume-invalid': {
    cause: '돌아가려는 자리를 더 새로운 페이지가 가져갔거나, 자리가 지워졌습니다.',
    mend: '할 일이 없습니다. 엘리먼트가 스스로 문으로 돌아갑니다.',
  },
  'duplicate-session': {
    cause: '같은 사람이 다른 탭이나 기기에서 방을 열어 자리가 그쪽으로 옮겨 갔습니다.',
    mend: '그쪽에서 계속하세요. 서로 다른 사람이라면 `subject` 가 다른 티켓을 발급하세요.',
  },
  'origin-forbidden': {
    cause: '호스트를 추가할 때 적지 않은 origin 의 페이지입니다.',
    mend: '모든 origin 을 `--origin` 으로 적어 추가하세요. 스킴과 포트, `www.` 까지 같아야 합니다.',
  },
  'protocol-unsupported': {
    cause: '캐시나 고정된 오래된 스크립트와 새 서버의 조합이거나, 그 반대입니다.',
    mend: '새로고침하고, `@rendev/interview` 패키지를 서버와 같은 버전으로 맞추세요.',
  },
  unauthorized: {
    cause: 'API 키가 없거나, 교체되었거나, 다른 서버의 것입니다.',
    mend: '`Authorization: Bearer rdv_…` 를 보내세요. 새 키는 `rendev-signal host rotate` 로 만듭니다.',
  },
  forbidden: {
    cause: '인터뷰어만 할 수 있는 일을 다른 사람이 하려고 했습니다.',
    mend: '역할이 `interviewer` 인 코드나 티켓을 주세요.',
  },
  'not-admitted': {
    cause: '아직 들여보내 주기를 기다리는 중입니다.',
    mend: '인터뷰어가 들여보내거나, `admission: "open"` 으로 예약하세요.',
  },
  'rate-limited': {
    cause: '코드 시도, 키 하나의 요청, 또는 페이지 하나의 이벤트가 너무 많습니다.',
    mend: '`Retry-After` 만큼 기다리세요. 프록시 뒤라면 `RENDEV_TRUST_PROXY` 를 설정해야 모두가 한 사람으로 세어지지 않습니다.',
  },
  'bad-request': {
    cause: '필드가 없거나, 타입이 다르거나, 모르는 필드입니다. `errors` 가 어디인지 알려 줍니다.',
    mend: '호스트 코드의 실수입니다. REST 레퍼런스와 비교하세요.',
  },
  'payload-too-large': {
    cause: '본문이 서버가 받는 크기보다 큽니다.',
    mend: '긴 내용은 여러분 쪽에 두고 그 id 만 `metadata` 에 넣으세요.',
  },
  'not-found': {
    cause: '그런 경로가 없거나, 모르는 id 이거나, 다른 호스트의 id 입니다.',
    mend: '경로와 id 를 비교하세요. 호스트는 자기 인터뷰만 볼 수 있습니다.',
  },
  conflict: {
    cause:
      '인터뷰가 이미 끝났거나, `externalId` 가 다른 시간에 예약되어 있거나, 한도에 닿았습니다.',
    mend: '`detail` 을 읽으세요. 시간을 옮길 때는 다시 예약하지 말고 PATCH 하세요.',
  },
  'changed-meanwhile': {
    cause: '읽은 뒤에 다른 누군가가 인터뷰를 바꿨습니다.',
    mend: '다시 읽고 판단한 다음 새 `ETag` 를 `If-Match` 로 보내세요.',
  },
  'idempotency-key-reused': {
    cause: '하루 안에 같은 키를 다른 본문이나 경로와 함께 보냈습니다.',
    mend: '할 일마다 새 키를 쓰고, 같은 키는 되풀이할 때만 쓰세요.',
  },
  'request-in-progress': {
    cause: '이 키의 첫 요청을 아직 처리하고 있습니다.',
    mend: '`Retry-After` 뒤에 다시 보내세요.',
  },
  'time-invalid': {
    cause: '없는 시간이거나 모르는 시간대입니다.',
    mend: '오프셋이 있는 ISO 8601, 또는 현지 시간과 `Asia/Seoul` 같은 `timeZone` 을 보내세요.',
  },
  'window-invalid': {
    cause: '열리기 전에 닫히거나, 너무 길거나, 이미 지난 시간입니다.',
    mend: '`opensAt`, `closesAt`, `scheduledAt` 의 시간대를 비교하세요.',
  },
  'code-taken': {
    cause: '직접 정한 코드가 아직 끝나지 않은 다른 인터뷰의 것입니다.',
    mend: '다른 코드를 고르거나 서버가 만들게 하세요.',
  },
  'target-invalid': {
    cause: '웹훅 주소가 https 가 아니거나 사설 네트워크를 가리킵니다.',
    mend: '공개된 https 주소를 쓰세요. 내 컴퓨터에서는 `RENDEV_ENV=development` 로 시험할 수 있습니다.',
  },
  'unknown-event': {
    cause: '페이지가 이 서버가 모르는 이벤트를 보냈습니다.',
    mend: '스크립트와 서버를 같은 버전으로 맞추세요.',
  },
  'participant-unknown': {
    cause: '그 순간에 상대방이 나갔거나 새로고침했습니다.',
    mend: '할 일이 없습니다. 페이지들이 스스로 다시 찾습니다.',
  },
  'description-invalid': {
    cause: '브라우저와 서버 사이의 무언가가 세션 설명을 바꿨습니다.',
    mend: '내용을 바꾸는 확장 프로그램이나 프록시를 찾아보고, 브라우저 버전과 함께 알려 주세요.',
  },
  'message-empty': { cause: '메시지에 공백만 있습니다.', mend: '내용을 입력하세요.' },
  'message-too-long': {
    cause: '메시지가 2,000자를 넘습니다.',
    mend: '나누어 보내세요.',
  },
  unavailable: {
    cause: '서버가 시작하거나 끝나는 중이거나, 저장소가 답하지 않습니다.',
    mend: '페이지는 스스로 돌아옵니다. 계속되면 `/readyz` 와 `rendev-signal doctor` 를 보세요.',
  },
  internal: {
    cause: '서버의 버그입니다.',
    mend: '로그에 무엇이 실패했는지 error 수준으로 남습니다. 알려 주세요.',
  },
  'server-unreachable': {
    cause: '네트워크가 없거나, `server` 가 틀렸거나, 혼합 콘텐츠이거나, 정책이 연결을 막습니다.',
    mend: '그 브라우저에서 서버의 `/healthz` 를 열어 보고, `connect-src` 를 CSP 문서와 비교하세요.',
  },
  timeout: {
    cause: '서버가 제때 답하지 않았습니다. 네트워크가 약하거나 프록시가 WebSocket 을 막습니다.',
    mend: '프록시가 `/v1/realtime` 의 WebSocket 을 통과시키게 하세요.',
  },
  'invalid-state': {
    cause: '`enter()` 전의 `join()` 처럼 지금 맞지 않는 메서드를 불렀습니다.',
    mend: '호스트 코드의 실수입니다. 앞 단계의 promise 를 기다리거나 `state` 를 보세요.',
  },
  prevented: {
    cause:
      '페이지의 리스너가 `before-join` 이나 `before-leave` 에서 `preventDefault()` 를 불렀습니다.',
    mend: '호스트가 막는 방법이므로 고칠 것이 없습니다.',
  },
  aborted: {
    cause: '엘리먼트가 페이지에서 빠졌거나, 더 새로운 호출이 이것을 대신했습니다.',
    mend: '고칠 것이 없습니다.',
  },
  'connection-failed': {
    cause: '영상과 음성이 지나갈 길이 없습니다. 방화벽이 있는데 닿을 수 있는 TURN 서버가 없습니다.',
    mend: '`rendev-signal doctor` 를 실행하고, 443 포트의 TURN over TLS 를 두고, 문제 해결 문서를 보세요.',
  },
  'negotiation-failed': {
    cause: '두 브라우저가 연결 방식에 합의하지 못했습니다.',
    mend: '브라우저를 업데이트하고, 두 버전과 함께 알려 주세요.',
  },
  'media-unsupported': {
    cause: '브라우저에 WebRTC 가 없습니다. 아주 오래되었거나 다른 앱 안의 브라우저입니다.',
    mend: '최근 2년 안에 나온 Chrome, Edge, Firefox, Safari 에서 여세요.',
  },
  'permission-denied': {
    cause: '사람이, 또는 브라우저가 스스로 카메라, 마이크, 화면을 거절했습니다.',
    mend: '주소 옆 자물쇠에서 허용하고 새로고침하세요.',
  },
  'in-use': {
    cause: '다른 프로그램이 카메라나 마이크를 쓰고 있습니다.',
    mend: '그 프로그램을 닫고 장치를 다시 고르세요.',
  },
  'device-not-found': {
    cause: '그런 장치가 없거나 뽑혔습니다.',
    mend: '연결하세요. 통화는 그 장치 없이 이어집니다.',
  },
  constraints: {
    cause: '장치가 요청한 것을 할 수 없습니다.',
    mend: '다른 장치를 고르세요.',
  },
  'insecure-context': {
    cause: '페이지가 http 로 열렸습니다. 브라우저는 http 에서 카메라를 주지 않습니다.',
    mend: '호스트 페이지를 https 로 여세요. `localhost` 는 안전한 것으로 칩니다.',
  },
  'blocked-by-policy': {
    cause: '페이지나 그 바깥의 페이지가 카메라나 마이크를 막습니다.',
    mend: 'iframe 에 `allow="camera; microphone; display-capture"` 를 넣고 `Permissions-Policy` 를 확인하세요.',
  },
  'blocked-by-system': {
    cause: '운영체제가 브라우저의 장치 사용을 막습니다.',
    mend: '시스템의 개인정보 설정에서 브라우저를 허용하고 다시 시작하세요.',
  },
  unknown: {
    cause: '브라우저가 설명하지 않는 방식으로 실패했습니다.',
    mend: '새로고침하세요. 브라우저가 한 말은 오류의 `cause` 에 있습니다. 알려 주세요.',
  },
};
