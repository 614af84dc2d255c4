import { assert } from 'chai';
import { areMixed } from './mixed-browsers.ts';

describe('areMixed', () => {
  const description = (origin: string) =>
    new RTCSessionDescription({ type: 'offer', sdp: `v=0\r\no=${origin} 1 2 IN IP4 0.0.0.0\r\n` });
  const chromium = description('-');
  const firefox = description('mozilla...THIS_IS_SDPARTA-99.0');
  const between = (local: RTCSessionDescription | null, remote: RTCSessionDescription | null) =>
    areMixed({ currentLocalDescription: local, currentRemoteDescription: remote });

  it('tells two browsers apart by their descriptions', () => {
    assert.isTrue(between(chromium, firefox));
    assert.isTrue(between(firefox, chromium));
    assert.isFalse(between(chromium, chromium));
    assert.isFalse(between(firefox, firefox));
  });

  it('says no before both are known', () => {
    assert.isFalse(between(firefox, null));
    assert.isFalse(between(null, chromium));
  });
});
