import { assert } from 'chai';
import { withDtlsRole } from './dtls-role.ts';

describe('the DTLS role in an offer', () => {
  let peers: [RTCPeerConnection, RTCPeerConnection];

  beforeEach(() => {
    peers = [new RTCPeerConnection(), new RTCPeerConnection()];
  });
  afterEach(() => {
    for (const pc of peers) pc.close();
  });

  /** @returns the lines of both descriptions as they went over */
  async function exchange(
    from: RTCPeerConnection,
    to: RTCPeerConnection,
  ): Promise<{ offered: string | undefined; answered: string | undefined }> {
    const offer = await localText(from);
    await to.setRemoteDescription({ type: 'offer', sdp: offer });
    const answer = await localText(to);
    await from.setRemoteDescription({ type: 'answer', sdp: answer });
    return { offered: setup(offer), answered: setup(answer) };
  }
  async function localText(pc: RTCPeerConnection): Promise<string> {
    await pc.setLocalDescription();
    const { type = 'offer', sdp = '' } = pc.localDescription ?? {};
    return withDtlsRole(pc, { type, sdp });
  }
  const setup = (sdp: string) => /^a=setup:(\w+)/m.exec(sdp)?.[1];

  it('is left to the answer at first', async () => {
    peers[0].addTransceiver('audio');
    assert.deepEqual(await exchange(...peers), { offered: 'actpass', answered: 'active' });
  });

  it('is the one held afterwards, whoever offers, through more than one restart', async () => {
    const [first, second] = peers;
    first.addTransceiver('audio');
    await exchange(first, second);
    for (let round = 0; round < 2; round += 1) {
      second.restartIce();
      assert.deepEqual(await exchange(second, first), { offered: 'active', answered: 'passive' });
      first.restartIce();
      assert.deepEqual(await exchange(first, second), { offered: 'passive', answered: 'active' });
    }
  });
});
