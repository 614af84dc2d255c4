/**
 * Asks the reader of the description to send nothing while its microphone is silent: `usedtx=1` in
 * the format parameters of Opus (RFC 7587, section 6.1), which hold for what the describing side
 * receives.
 */
export function askForDtx(sdp: string): string {
  const payloadTypes = Array.from(sdp.matchAll(/^a=rtpmap:(\d+) opus\//gim), ([, type]) => type);
  return payloadTypes.reduce<string>(
    (text, type) =>
      text.replace(
        new RegExp(`^(a=fmtp:${type ?? ''} (?!.*usedtx=).+?)(\r?)$`, 'gm'),
        '$1;usedtx=1$2',
      ),
    sdp,
  );
}
