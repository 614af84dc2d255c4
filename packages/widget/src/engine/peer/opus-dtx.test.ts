import { assert } from 'chai';
import { askForDtx } from './opus-dtx.ts';

const lines = (...all: string[]) => [...all, ''].join('\r\n');

describe('askForDtx', () => {
  it('adds to the parameters of Opus in each section, and to nothing else', () => {
    const section = [
      'm=audio 9 UDP/TLS/RTP/SAVPF 63 111',
      'a=rtpmap:63 red/48000/2',
      'a=fmtp:63 111/111',
      'a=rtpmap:111 opus/48000/2',
      'a=fmtp:111 minptime=10;useinbandfec=1',
    ];
    const video = ['m=video 9 UDP/TLS/RTP/SAVPF 97', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96'];
    const asked = section.with(4, 'a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1');
    assert.equal(
      askForDtx(lines(...section, ...video, ...section)),
      lines(...asked, ...video, ...asked),
    );
  });

  it('leaves alone what says it already, and what has no Opus', () => {
    const said = lines('a=rtpmap:109 opus/48000/2', 'a=fmtp:109 maxplaybackrate=48000;usedtx=0');
    assert.equal(askForDtx(said), said);
    assert.equal(askForDtx('v=0\r\nrubbish'), 'v=0\r\nrubbish');
  });
});
