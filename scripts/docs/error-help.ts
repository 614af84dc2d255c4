import type { RendevErrorCode } from '@rendev/interview';

export interface ErrorHelp {
  /** What has happened, for who sees the code in a log or in a page. */
  readonly cause: string;
  /** What to do about it. */
  readonly mend: string;
}

const HOST_CODE = 'A mistake in the code of the host.';

/** Every code of the server and of the page, for docs/reference/errors.md; ERROR_HELP_KO has them in Korean. */
export const ERROR_HELP: Readonly<Record<RendevErrorCode, ErrorHelp>> = {
  'code-invalid': {
    cause: 'The code was mistyped, or its interview is over and the code was released.',
    mend: 'Compare it with the mail; `GET /v1/interviews` tells whether the interview is still to come.',
  },
  'too-early': {
    cause: 'The door opens 15 minutes before the booked time, or at `opensAt`.',
    mend: 'Wait: the element counts down and goes in by itself. To open earlier, PATCH `opensAt`.',
  },
  expired: {
    cause:
      'It is 3 hours after the booked time, or after `closesAt`. Often the time zone was not meant.',
    mend: 'Book anew, with `timeZone` or an offset in `scheduledAt`. For tests: `rendev-signal host add … --window off`.',
  },
  canceled: { cause: 'The host canceled the interview.', mend: 'Book another one.' },
  ended: { cause: 'An interviewer or the host ended it for everybody.', mend: 'Book another one.' },
  full: {
    cause: 'All seats are taken; a second tab or a lost connection keeps its seat for 30 s.',
    mend: 'Try again soon; give each person a code or `subject` of their own; raise `maxParticipants`.',
  },
  rejected: {
    cause: 'An interviewer declined to let the person in.',
    mend: 'The interviewer invites the person by another code or ticket.',
  },
  removed: {
    cause: 'An interviewer removed the person.',
    mend: 'The interviewer invites the person by another code or ticket.',
  },
  'name-required': {
    cause: 'The code is shared, so that it fixes no name, and none was given.',
    mend: 'Set the attribute `name`, or let the person type one.',
  },
  'ticket-invalid': {
    cause: 'The ticket was cut short, is of another server, or the secret of the server changed.',
    mend: 'Mint a new one. Keep `RENDEV_SECRET` the same on every start and every server.',
  },
  'ticket-expired': {
    cause: 'The ticket is older than its `expiresIn`, 15 minutes by default.',
    mend: 'Mint it when the page is opened rather than when the mail is sent.',
  },
  'resume-invalid': {
    cause: 'The seat that the page wants back was taken by a newer page, or erased.',
    mend: 'Nothing: the element goes back to the door by itself.',
  },
  'duplicate-session': {
    cause: 'The same person opened the room in another tab or device, which has the seat now.',
    mend: 'Go on there. For people who are not the same, mint tickets with different `subject`.',
  },
  'origin-forbidden': {
    cause: 'The page is on an origin that the host was not added with.',
    mend: 'Add the host with each `--origin` that it has; scheme, port and `www.` count.',
  },
  'protocol-unsupported': {
    cause:
      'The page has an old script, from a cache or pinned, and the server is newer; or the reverse.',
    mend: 'Reload; update the package `@rendev/interview` to the version of the server.',
  },
  unauthorized: {
    cause: 'No API key, one that was rotated, or one of another server.',
    mend: 'Send `Authorization: Bearer rdv_…`; `rendev-signal host rotate` makes a new one.',
  },
  forbidden: {
    cause: 'Somebody who is no interviewer tried what only interviewers may.',
    mend: 'Give the person a code or ticket with role `interviewer`.',
  },
  'not-admitted': {
    cause: 'The person still waits to be let in.',
    mend: 'An interviewer lets them in; or book with `admission: "open"`.',
  },
  'rate-limited': {
    cause: 'Too many tries of codes, requests of one key, or events of one page.',
    mend: 'Wait for `Retry-After`. Behind a proxy set `RENDEV_TRUST_PROXY`, else all people count as one.',
  },
  'bad-request': {
    cause: 'A field is missing, of another type, or not known; `errors` points at it.',
    mend: `${HOST_CODE} Compare with the REST reference.`,
  },
  'payload-too-large': {
    cause: 'The body is larger than the server takes.',
    mend: 'Keep long things on your side, and their id in `metadata`.',
  },
  'not-found': {
    cause: 'No such path, or an id that is not known or is of another host.',
    mend: 'Compare path and id; each host sees its own interviews alone.',
  },
  conflict: {
    cause:
      'The interview is over already, its `externalId` is booked for another time, or a limit is reached.',
    mend: 'Read `detail`. To move an interview, PATCH it rather than booking it again.',
  },
  'changed-meanwhile': {
    cause: 'Somebody else changed the interview since it was read.',
    mend: 'Read it again, decide, and send the new `ETag` in `If-Match`.',
  },
  'idempotency-key-reused': {
    cause: 'The key was sent with another body or path within a day.',
    mend: 'A new key for each thing to be done; the same one for its repetitions alone.',
  },
  'request-in-progress': {
    cause: 'The first request with this key is still at work.',
    mend: 'Repeat it after `Retry-After`.',
  },
  'time-invalid': {
    cause: 'The time does not exist or names no zone that is known.',
    mend: 'ISO 8601 with an offset, or local time with `timeZone` such as `Asia/Seoul`.',
  },
  'window-invalid': {
    cause: 'It closes before it opens, lasts too long, or is over already.',
    mend: 'Compare `opensAt`, `closesAt` and the time zone of `scheduledAt`.',
  },
  'code-taken': {
    cause: 'The code that you chose belongs to another interview that is not over.',
    mend: 'Choose another one, or let the server make it.',
  },
  'target-invalid': {
    cause: 'The address of the webhook is not https, or leads into a private network.',
    mend: 'A public https address. On your own machine: `RENDEV_ENV=development`.',
  },
  'unknown-event': {
    cause: 'The page sent an event that this server does not know.',
    mend: 'Bring script and server to the same version.',
  },
  'participant-unknown': {
    cause: 'The person left or reloaded at that moment.',
    mend: 'Nothing: the pages find each other anew by themselves.',
  },
  'description-invalid': {
    cause: 'Something between the browsers and the server changed a session description.',
    mend: 'Look for an extension or proxy that rewrites it; report it with the browser and version.',
  },
  'message-empty': { cause: 'The message has only spaces.', mend: 'Write something.' },
  'message-too-long': {
    cause: 'The message is longer than 2,000 characters.',
    mend: 'Send it in parts.',
  },
  unavailable: {
    cause: 'The server is starting or closing, or its store does not answer.',
    mend: 'Pages come back by themselves. If it lasts: `/readyz`, and `rendev-signal doctor`.',
  },
  internal: {
    cause: 'A bug of the server.',
    mend: 'The log has a line at level error with what failed; please report it.',
  },
  'server-unreachable': {
    cause: 'No network, a wrong `server`, mixed content, or a policy that forbids the connection.',
    mend: 'Open `/healthz` of the server in that browser; compare `connect-src` with the CSP page.',
  },
  timeout: {
    cause: 'The server did not answer in time: a weak network, or a proxy that stops websockets.',
    mend: 'Let the proxy pass websockets at `/v1/realtime`.',
  },
  'invalid-state': {
    cause: 'A method was called that does not fit now, such as `join()` before `enter()`.',
    mend: `${HOST_CODE} Await the promise of the step before, or look at \`state\`.`,
  },
  prevented: {
    cause: 'A listener of the page called `preventDefault()` on `before-join` or `before-leave`.',
    mend: 'That is how a host stops it; nothing to mend.',
  },
  aborted: {
    cause: 'The element was taken out of the page, or a newer call replaced this one.',
    mend: 'Nothing to mend.',
  },
  'connection-failed': {
    cause: 'No path for audio and video: a firewall, and no TURN server that can be reached.',
    mend: '`rendev-signal doctor`; TURN over TLS on port 443; see Troubleshooting.',
  },
  'negotiation-failed': {
    cause: 'The two browsers could not agree on a connection.',
    mend: 'Update the browsers; report it with both versions.',
  },
  'media-unsupported': {
    cause: 'The browser has no WebRTC: a very old one, or one inside another app.',
    mend: 'Open the page in Chrome, Edge, Firefox or Safari of the last two years.',
  },
  'permission-denied': {
    cause: 'The person, or the browser by itself, refused camera, microphone or screen.',
    mend: 'Allow it at the lock beside the address, then reload.',
  },
  'in-use': {
    cause: 'Another program holds the camera or microphone.',
    mend: 'Close it, then choose the device again.',
  },
  'device-not-found': {
    cause: 'No such device is connected, or it was pulled out.',
    mend: 'Connect one; the call goes on without it meanwhile.',
  },
  constraints: {
    cause: 'The device cannot do what was asked of it.',
    mend: 'Choose another device.',
  },
  'insecure-context': {
    cause: 'The page came over http, where browsers give no camera.',
    mend: 'Serve the host page over https. `localhost` counts as secure.',
  },
  'blocked-by-policy': {
    cause: 'The page, or the frame that it is in, forbids camera or microphone.',
    mend: '`allow="camera; microphone; display-capture"` on the frame; look at `Permissions-Policy`.',
  },
  'blocked-by-system': {
    cause: 'The operating system keeps the browser from the device.',
    mend: "Allow the browser in the system's privacy settings, then restart it.",
  },
  unknown: {
    cause: 'The browser failed in a manner that it does not explain.',
    mend: 'Reload. The error has what the browser said as `cause`; please report it.',
  },
};
