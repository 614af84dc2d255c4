// Per tab, so that two people can be tried in two tabs of one browser.
const TOKEN = 'rendev-token';
const EMAIL = 'rendev-email';

const PROBLEMS = {
  'bad-request': '입력하신 내용을 확인해 주세요.',
  'sign-in-needed': '로그인해 주세요.',
  'not-yours': '이 인터뷰의 참가자만 할 수 있습니다.',
  'not-found': '찾을 수 없습니다.',
  taken: '다른 분이 먼저 예약했습니다.',
  closed: '마감되었거나 이미 끝난 인터뷰입니다.',
  'not-now': '지금은 할 수 없습니다.',
  'time-over': '이미 지난 시간입니다.',
};

/** Asks the site; rejects with words for the person. */
export async function ask(method, path, body) {
  const token = sessionStorage.getItem(TOKEN);
  const answer = await fetch(`/api${path}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  throw new Error(PROBLEMS[told.code] ?? '잠시 후 다시 시도해 주세요.');
}

export async function signIn(email) {
  const person = await ask('POST', '/sign-in', { email });
  sessionStorage.setItem(TOKEN, person.token);
  sessionStorage.setItem(EMAIL, person.email);
  return person;
}

/** Whom this tab was signed in as last, or `null`. */
export const signedIn = () => sessionStorage.getItem(EMAIL);

export function showProblem(error) {
  document.querySelector('#problem').textContent = error === null ? '' : error.message;
}
