import { language, texts } from './texts.js';

const KEY = 'rendev-admin-key';
const REFRESH_MS = 10_000;
const EXTENSION_MS = 15 * 60_000;

const byId = (id) => document.getElementById(id);
const timeOf = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' });

document.documentElement.lang = language;
for (const element of document.querySelectorAll('[data-text]')) {
  element.textContent = texts[element.dataset.text];
}

/** What the server refuses, in its own words. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(method, path, body, headers = {}) {
  const response = await fetch(`v1/${path}`, {
    method,
    cache: 'no-store',
    headers: {
      authorization: `Bearer ${sessionStorage.getItem(KEY)}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(0, texts.unreachable);
  });
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer;
  if (response.status === 401) throw new Refused(401, texts.keyRefused);
  throw new Refused(
    response.status,
    `${answer?.code ?? response.status}: ${answer?.detail ?? answer?.title ?? ''}`,
  );
}

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** `label` names what it acts on, for people who do not see the row. */
const button = (text, label, act) =>
  make(
    'button',
    { type: 'button', ariaLabel: `${text}: ${label}`, onclick: () => perform(act) },
    text,
  );

function showTable(id, heads, rows) {
  const head = heads.map((text) => make('th', { scope: 'col' }, text));
  const table = () =>
    make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
  byId(id).replaceChildren(rows.length > 0 ? table() : make('p', {}, texts.none));
}

const row = (...cells) =>
  make('tr', {}, ...cells.map((cell) => make('td', {}, ...(Array.isArray(cell) ? cell : [cell]))));

function personLine({ name, role, admitted, connected }) {
  const states = [admitted ? '' : texts.waiting, connected ? '' : texts.away].filter(Boolean);
  return make('li', {}, [`${name} (${texts[role]})`, ...states].join(', '));
}

function interviewRow({ interview, people }) {
  const { id, title, status, scheduledAt, closesAt, version } = interview;
  const path = `interviews/${id}`;
  const match = { 'if-match': `"${version}"` };
  const time = timeOf.format(new Date(scheduledAt));
  const label = title || time;
  const extend = () => {
    const later = new Date(Date.parse(closesAt) + EXTENSION_MS).toISOString();
    return ask('PATCH', path, { closesAt: later }, match);
  };
  const end = () => confirm(`${texts.endAsk}\n${label}`) && ask('POST', `${path}/end`);
  const list = people.length > 0 ? make('ul', {}, ...people.map(personLine)) : texts.nobody;
  const actions = [
    ...(status === 'open' && closesAt !== null ? [button(texts.extend, label, extend)] : []),
    ...(status === 'open' ? [button(texts.end, label, end)] : []),
  ];
  return row(time, title, texts[status], list, actions);
}

function webhookRow({ id, url, disabledAt }) {
  const enable = () => ask('POST', `webhooks/${id}/enable`);
  return row(
    url,
    disabledAt === null ? texts.enabled : texts.disabled,
    disabledAt === null ? [] : [button(texts.enable, url, enable)],
  );
}

function deliveryRow({ id, type, createdAt, attempts, status, fault }) {
  const replay = () => ask('POST', `webhooks/deliveries/${id}/replay`);
  const time = timeOf.format(new Date(createdAt));
  const reason = [fault, status].filter((word) => word !== null).join(' ');
  return row(time, type, String(attempts), reason, [button(texts.replay, type, replay)]);
}

async function refresh() {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  const to = new Date(from);
  to.setDate(to.getDate() + 1);
  const time = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
  const [overview, webhooks, deliveries] = await Promise.all([
    ask('GET', `overview?${time}`),
    ask('GET', 'webhooks'),
    ask('GET', 'webhooks/deliveries?state=dead&limit=50'),
  ]);
  const { time: at, title, status, people, actions, address, event, attempts, fault } = texts;
  showTable('interviews', [at, title, status, people, actions], overview.items.map(interviewRow));
  showTable('webhooks', [address, status, actions], webhooks.items.map(webhookRow));
  showTable('deliveries', [at, event, attempts, fault, actions], deliveries.items.map(deliveryRow));
  signedIn(true);
}

function signedIn(isIn) {
  byId('sign-in').hidden = isIn;
  byId('overview').hidden = !isIn;
  byId('forget').hidden = !isIn;
}

/** Acts, then shows what is so now; a refusal is shown and stays until something succeeds. */
async function perform(act) {
  try {
    await act();
    await refresh();
    byId('fault').textContent = '';
  } catch (error) {
    byId('fault').textContent = error.message;
    if (error.status === 401) forget();
  }
}

function forget() {
  sessionStorage.removeItem(KEY);
  signedIn(false);
  for (const id of ['interviews', 'webhooks', 'deliveries']) byId(id).replaceChildren();
}

byId('sign-in').addEventListener('submit', (submit) => {
  submit.preventDefault();
  sessionStorage.setItem(KEY, byId('key').value.trim());
  byId('key').value = '';
  void perform(() => undefined);
});
byId('forget').addEventListener('click', forget);

setInterval(() => {
  // What somebody is about to press must not be made anew under their hand.
  const isBusy = document.activeElement?.closest('table') !== null;
  if (!byId('overview').hidden && !document.hidden && !isBusy) void perform(() => undefined);
}, REFRESH_MS);

signedIn(false);
if (sessionStorage.getItem(KEY) !== null) void perform(() => undefined);
