import { startAppOnItsOwn } from '../../scripts/docs/app-on-its-own.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A server with a host on a store of its own, that is asked as a documented `curl` asks. */
export interface Requests {
  ask(words: readonly string[]): Promise<Answer>;
  close(): Promise<void>;
}

export async function startRequests(): Promise<Requests> {
  const { app, close } = await startAppOnItsOwn();
  const host = await app.hosts.add('my-site', ['https://my-site.example']);
  if (!host.ok) throw new Error(host.error.code);
  const { apiKey } = host.value;
  const interview = await app.fastify.inject({
    method: 'POST',
    url: '/v1/interviews',
    headers: { authorization: `Bearer ${apiKey}` },
    body: { scheduledAt: new Date().toISOString() },
  });
  const { id } = interview.json<{ id: string }>();
  const filled = (text: string): string =>
    text.replaceAll('$RENDEV_API_KEY', apiKey).replaceAll('$INTERVIEW_ID', id);

  return {
    ask: async (words) => {
      const after = (option: string): string[] =>
        words.flatMap((word, index) => (words[index - 1] === option ? [filled(word)] : []));
      const url = new URL(filled(words.find((word) => word.startsWith('https://')) ?? ''));
      const [body] = after('-d');
      const answer = await app.fastify.inject({
        method: after('-X')[0] === 'POST' ? 'POST' : 'GET',
        url: url.pathname + url.search,
        headers: Object.fromEntries(after('-H').map((header) => header.split(': '))) as Record<
          string,
          string
        >,
        ...(body !== undefined && { body }),
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    close,
  };
}
