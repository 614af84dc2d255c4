import type { ProblemDetails } from '@rendev/interview-protocol';

/** What the server answered. A refusal is a value; only a server that does not answer rejects. */
export type ClientAnswer<T> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly value: T;
      /** The version of an interview, for `ifMatch`. */
      readonly etag: string | null;
    }
  | { readonly ok: false; readonly status: number; readonly error: ProblemDetails };

export interface ClientOptions {
  /** Base URL of the server. */
  readonly server: string;
  /** As `rendev-signal host add` printed it. Keep it on your back end. */
  readonly apiKey: string;
  /** ms for one request. Default 10,000. */
  readonly timeoutMs?: number;
  /** Default: the global one. */
  readonly fetch?: typeof fetch;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As in the OpenAPI document, below /v1. */
  readonly path: string;
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Asks one server with one key. */
export function createAsk({
  server,
  apiKey,
  timeoutMs = 10_000,
  fetch: ask = fetch,
}: ClientOptions) {
  const base = `${server.replace(/\/+$/, '')}/v1`;
  return async <T>({ method, path, id = '', query = {}, body, headers = {} }: Ask) => {
    const url = new URL(base + path.replace('{id}', encodeURIComponent(id)));
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const given = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const response = await ask(url, {
      method,
      headers: {
        ...Object.fromEntries(given),
        authorization: `Bearer ${apiKey}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer<T>(response);
  };
}

async function readAnswer<T>(response: Response): Promise<ClientAnswer<T>> {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /\bjson\b/.test(headers.get('content-type') ?? '');
  if (response.ok) {
    // The schemas of the routes say what it is.
    const value = (text === '' ? undefined : JSON.parse(text)) as T;
    return { ok: true, status, value, etag: headers.get('etag') };
  }
  // What is no problem details comes from a proxy in between, not from the server.
  const problem = isJson ? (JSON.parse(text) as Partial<ProblemDetails>) : {};
  const { code = 'unavailable', title = `HTTP ${status}`, type = 'about:blank' } = problem;
  const serverTime = problem.serverTime ?? new Date().toISOString();
  const retryable = problem.retryable ?? status >= 500;
  const error = { ...problem, code, title, type, status, serverTime, retryable };
  return { ok: false, status, error };
}
