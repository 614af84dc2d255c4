/**
 * Makes the browser load what a call needs. The first connection of a page takes some 50 to 100 ms
 * (threads, codecs, a key) that a person in the lobby does not notice.
 */
export async function warmUp(): Promise<void> {
  const pc = new RTCPeerConnection();
  pc.addTransceiver('audio');
  pc.addTransceiver('video');
  await pc.createOffer().catch(() => undefined);
  pc.close();
}
