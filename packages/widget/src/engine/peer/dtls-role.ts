/**
 * The description as the other side should get it: an offer within a connection that stands names
 * the DTLS role that this side has.
 *
 * Offers say `actpass` (RFC 8842, section 5.2), and the answer is to keep the roles. Firefox takes
 * `active` for itself after an ICE restart, though it may have been passive, and Chromium refuses an
 * answer that swaps the roles. An offer that names a role leaves nothing to choose.
 */
export function withDtlsRole(pc: RTCPeerConnection, { type, sdp }: Session): string {
  const role = type === 'offer' ? heldRole(pc) : null;
  return role ? sdp.replace(/^a=setup:actpass/gm, `a=setup:${role}`) : sdp;
}

interface Session {
  readonly type: RTCSdpType;
  readonly sdp: string;
}

/** Roles are settled by answers; `null` before the first. */
function heldRole(pc: RTCPeerConnection): 'active' | 'passive' | null {
  const own = setupOfAnswer(pc.currentLocalDescription);
  if (own) return own;
  const other = setupOfAnswer(pc.currentRemoteDescription);
  if (!other) return null;
  return other === 'active' ? 'passive' : 'active';
}

function setupOfAnswer(description: Session | null): 'active' | 'passive' | null {
  if (description?.type !== 'answer') return null;
  const setup = /^a=setup:(active|passive)/m.exec(description.sdp)?.[1];
  return (setup as 'active' | 'passive' | undefined) ?? null;
}
