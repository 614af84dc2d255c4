import { assert } from 'chai';
import { InterviewSession } from '../../engine/index.ts';
import { InMemoryServer } from '../../engine/testing/in-memory-server.ts';
import type { Session, SessionOptions } from '../../engine/session.ts';
import { register } from '../../define/register.ts';
import { deep, deepAll, deepText, until } from '../testing/mount.ts';
import { RendevInterview } from './interview.ts';

let server: InMemoryServer;

/** The element with the real engine, on a server inside this page. */
class FlowInterview extends RendevInterview {
  protected override createSession(options: SessionOptions): Session {
    return new InterviewSession(options, server);
  }
}

const opened: FlowInterview[] = [];

function open(code: string, attributes: Record<string, string> = {}): FlowInterview {
  register('rendev-flow-interview', FlowInterview);
  const element = new FlowInterview();
  element.lang = 'ko';
  for (const [name, value] of Object.entries({ code, ...attributes })) {
    element.setAttribute(name, value);
  }
  element.style.setProperty('height', '480px');
  document.body.append(element);
  opened.push(element);
  return element;
}

const reaches = (element: FlowInterview, state: string) =>
  until(() => element.getAttribute('state') === state);
const reads = (element: FlowInterview, text: string) =>
  until(() => deepText(element).includes(text));
const remoteFrames = (element: FlowInterview) =>
  deepAll(element, 'video.person')
    .filter((video) => video instanceof HTMLVideoElement)
    .reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0);

describe('from the code to the call', () => {
  beforeEach(() => {
    server = new InMemoryServer({
      people: {
        AB12CD34: { role: 'interviewer', name: '이지우' },
        EF56GH78: { role: 'candidate', name: null },
      },
    });
  });
  afterEach(() => {
    for (const element of opened.splice(0)) element.remove();
    sessionStorage.clear();
  });

  it('takes two people through lobby, call and chat to the end', async () => {
    const interviewer = open('AB12CD34', { 'auto-join': '' });
    const candidate = open('EF56GH78');
    await reaches(interviewer, 'in-call');
    await reaches(candidate, 'lobby');
    await until(() => deepAll(candidate, '#name').length > 0);

    const name = deep(candidate, '#name', HTMLInputElement);
    name.value = '김민수';
    name.dispatchEvent(new InputEvent('input', { bubbles: true }));
    deep(candidate, 'button[type=submit]').click();
    await reaches(candidate, 'in-call');
    await until(() => remoteFrames(interviewer) > 2 && remoteFrames(candidate) > 2);
    await reads(interviewer, '김민수');

    await interviewer.toggleChat(true);
    await candidate.toggleChat(true);
    await until(() => deepAll(interviewer, 'textarea').length > 0);
    const field = deep(interviewer, 'textarea', HTMLTextAreaElement);
    field.value = '안녕하세요 <b>김민수</b> 님';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    await reads(candidate, '안녕하세요 <b>김민수</b> 님');

    deep(candidate, '[data-control=microphone]').click();
    await until(() => deepText(deep(interviewer, 'rendev-tile.person')).includes('마이크 꺼짐'));

    deep(candidate, '.leave').click();
    await reaches(candidate, 'ended');
    await reads(candidate, '인터뷰에서 나왔습니다');
    await reads(interviewer, '아직 혼자 있습니다');
  });

  it('stops every track when the element is removed', async () => {
    const element = open('AB12CD34', { 'auto-join': '' });
    await reaches(element, 'in-call');
    await until(() => element.session.snapshot.media.camera.status === 'on');
    const tracks = element.session.snapshot.media.stream?.getTracks() ?? [];
    assert.isNotEmpty(tracks);
    element.remove();
    await until(() => tracks.every((track) => track.readyState === 'ended'));
  });

  it('keeps the call, its tracks and its pictures through a move', async () => {
    const element = open('AB12CD34', { 'auto-join': '' });
    await reaches(element, 'in-call');
    await until(() => element.session.snapshot.media.camera.status === 'on');
    const { session } = element;
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.updateComplete;
    assert.isTrue(element.session === session);
    assert.equal(element.state, 'in-call');
    const tracks = session.snapshot.media.stream?.getTracks() ?? [];
    assert.isTrue(tracks.every((track) => track.readyState === 'live'));
    const self = deep(element, 'video.self', HTMLVideoElement);
    const shown = () => self.getVideoPlaybackQuality().totalVideoFrames;
    const before = shown();
    await until(() => shown() > before + 2);
    element.remove();
    box.remove();
  });
});
