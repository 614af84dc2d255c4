import { assert } from 'chai';
import { register } from '../../define/register.ts';
import { deep, deepText, until } from '../testing/mount.ts';
import { device, media } from '../testing/snapshots.ts';
import { RendevVoiceCheck } from './voice-check.ts';

let check: RendevVoiceCheck;
let context: AudioContext;

/** A microphone that hears a tone, or nothing. */
function microphone(gain: number): MediaStream {
  const out = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context, { frequency: 440 });
  tone.connect(new GainNode(context, { gain })).connect(out);
  tone.start();
  return out.stream;
}

async function open(stream: MediaStream | null, status: 'on' | 'off' = 'on') {
  register('rendev-voice-check', RendevVoiceCheck);
  check = new RendevVoiceCheck();
  check.lang = 'ko';
  check.media = media({ microphone: device({ status }), stream });
  document.body.append(check);
  await check.updateComplete;
}

const says = () => deepText(deep(check, '[role=status]'));
const press = () => {
  deep(check, 'button').click();
};

describe('the check of the voice', () => {
  beforeEach(() => {
    context = new AudioContext();
  });
  afterEach(async () => {
    check.remove();
    await context.close();
  });

  it('records for three seconds, says so, and plays it', async () => {
    await open(microphone(0.5));
    press();
    await until(() => says() === '말해 보세요. 3초 남았습니다.');
    await until(() => says() === '말해 보세요. 1초 남았습니다.');
    await until(() => says() === '녹음된 목소리를 들려 드리고 있습니다.');
    await until(() => says().startsWith('잘 들렸나요?'));
    assert.include(deepText(check), '녹음해서 들어 보기');
  });

  it('is stopped while it plays, and can be begun again', async () => {
    await open(microphone(0.5));
    press();
    await until(() => deepText(check).includes('그만 듣기'));
    press();
    await until(() => says().startsWith('잘 들렸나요?'));
    press();
    await until(() => says().includes('3초 남았습니다'));
  });

  it('says that nothing was to be heard instead of playing it', async () => {
    await open(microphone(0));
    press();
    await until(() => says().startsWith('목소리가 녹음되지 않았어요.'));
  });

  it('says that recording failed', async () => {
    const stream = microphone(0.5);
    stream.getAudioTracks()[0]?.stop();
    await open(stream);
    press();
    await until(() => /^(녹음하지 못했어요|목소리가 녹음되지)/.test(says()));
  });

  it('waits for a microphone that is on', async () => {
    await open(microphone(0.5), 'off');
    assert.equal(deep(check, 'button').ariaDisabled, 'true');
    press();
    await check.updateComplete;
    assert.include(says(), '3초 동안 녹음해서');
  });

  it('ends when the microphone is turned off', async () => {
    await open(microphone(0.5));
    press();
    await until(() => says().includes('남았습니다'));
    check.media = media();
    await until(() => says().startsWith('3초 동안 녹음해서'));
    assert.equal(deep(check, 'button').ariaDisabled, 'true');
  });
});
