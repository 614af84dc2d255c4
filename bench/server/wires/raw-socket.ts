import { once } from 'node:events';
import { WebSocket } from 'ws';

const OPTIONS = { perMessageDeflate: false, skipUTF8Validation: true };

/** A WebSocket whose first message has arrived. */
export async function openSocket(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ socket: WebSocket; first: string }> {
  const socket = new WebSocket(url, { ...OPTIONS, headers });
  const [data] = (await once(socket, 'message')) as [Buffer];
  return { socket, first: data.toString() };
}
