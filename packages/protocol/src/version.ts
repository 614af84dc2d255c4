/**
 * Version of the wire protocol. Both sides name it: the widget in the handshake and in
 * `POST /v1/entries`, the server in every snapshot. A side that meets another version answers with
 * the code `protocol-unsupported`. It grows only when an old peer would misunderstand a new one.
 */
export const PROTOCOL_VERSION = 1;
