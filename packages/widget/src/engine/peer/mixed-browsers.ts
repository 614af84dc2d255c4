/**
 * Whether one side is a Firefox and the other is not, by the origin lines of their descriptions.
 * Between such two an ICE restart by the side that answered last often ends what Firefox receives
 * (seen with Firefox 153 and Chromium 156), so that a new connection is the surer way.
 */
export function areMixed({
  currentLocalDescription: local,
  currentRemoteDescription: remote,
}: Pick<RTCPeerConnection, 'currentLocalDescription' | 'currentRemoteDescription'>): boolean {
  return local !== null && remote !== null && isMozilla(local) !== isMozilla(remote);
}

function isMozilla({ sdp }: RTCSessionDescription): boolean {
  return /^o=mozilla/m.test(sdp);
}
