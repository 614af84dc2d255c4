import { ask, showProblem, signedIn, signIn } from '/api.js';

const STATUSES = {
  free: '예약 가능',
  reserved: '예약됨',
  interviewed: '인터뷰 완료',
  matched: '매칭됨',
  unmatched: '매칭 안 됨',
  closed: '마감',
};
const REFRESH_MS = 3_000;

const find = (selector) => document.querySelector(selector);
let person = null;
let shown = '';

function make(tag, text, fields = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...fields });
}

function button(text, act) {
  const onclick = () => {
    act()
      .then(() => showProblem(null))
      .catch(showProblem)
      .then(refresh)
      .catch(showProblem);
  };
  return make('button', text, { type: 'button', onclick });
}

function actsOf({ id, owner, applicant, status }) {
  const isOwner = owner === person.email;
  if (status === null && !isOwner) {
    return [button('예약하기', () => ask('PUT', `/applications/${id}`))];
  }
  if (status === 'reserved' && (isOwner || applicant === person.email)) {
    const href = `/interview?application=${id}`;
    return [make('a', '인터뷰 입장', { href, className: 'button' })];
  }
  if (status === 'interviewed' && isOwner) {
    const judge = (word) => () => ask('PATCH', `/applications/${id}`, { status: word });
    return [button('매칭', judge('matched')), button('매칭 안 함', judge('unmatched'))];
  }
  return [];
}

function rowOf(application) {
  const { schedule, status, owner, ownerName, applicantName } = application;
  const other = owner === person.email ? applicantName : ownerName;
  const row = make('li', '');
  row.append(
    make('span', `${schedule} (한국 시간)${other === '' ? '' : `, ${other} 님`}`),
    make('span', STATUSES[status ?? 'free'], { className: 'status' }),
    ...actsOf(application),
  );
  return row;
}

function projectOf(applications) {
  const [{ projectId, title, owner, isOpen }] = applications;
  const section = make('section', '');
  const list = make('ul', '');
  list.append(...applications.map(rowOf));
  section.append(make('h2', title), list);
  if (owner === person.email) {
    if (isOpen) {
      section.append(button('프로젝트 마감', () => ask('POST', `/projects/${projectId}/close`)));
    }
    section.append(button('프로젝트 삭제', () => ask('DELETE', `/projects/${projectId}`)));
  }
  return section;
}

async function refresh() {
  const applications = await ask('GET', '/applications');
  // The same again would only take the focus away.
  if (JSON.stringify(applications) === shown) return;
  shown = JSON.stringify(applications);
  const projects = Map.groupBy(applications, ({ projectId }) => projectId);
  find('#projects').replaceChildren(...[...projects.values()].map(projectOf));
}

async function show(email) {
  person = await signIn(email);
  find('#who').textContent = `${person.nickname} 님 (${person.email})`;
  find('#sign-in').hidden = true;
  find('#offer').hidden = false;
  await refresh();
  setInterval(() => refresh().catch(showProblem), REFRESH_MS);
}

find('#offer').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const { title, time } = Object.fromEntries(new FormData(form));
  ask('POST', '/projects', { title, schedule: [time.replace('T', ' ')] })
    .then(() => {
      form.reset();
      showProblem(null);
      return refresh();
    })
    .catch(showProblem);
});

try {
  const people = await ask('GET', '/people');
  find('#sign-in').append(
    ...people.map(({ email, nickname }) => button(`${nickname}(으)로 로그인`, () => show(email))),
  );
  const as = new URLSearchParams(location.search).get('as') ?? signedIn();
  if (as !== null) await show(as);
} catch (error) {
  showProblem(error);
}
