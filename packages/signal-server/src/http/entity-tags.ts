import type { Interview } from '@rendev/interview-protocol';
import type { FastifyRequest } from 'fastify';
import { refuse, type Result, ok } from '../result.ts';

// Entity tags and preconditions of RFC 9110, sections 8.8.3 and 13.1. A tag is strong: an answer of
// the same version is the same, byte by byte.

const TAG = /^\s*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*(?:,|$)/;

export const entityTag = ({ version = 1 }: Pick<Interview, 'version'>): string => `"${version}"`;

/** Whether a version is one of those that `If-Match` names; any, where it is absent or `*`. */
export function readIfMatch(request: FastifyRequest): Result<(version: number) => boolean> {
  const header = request.headers['if-match'];
  if (header === undefined || header.trim() === '*') return ok(() => true);
  const tags = readTags(header);
  if (!tags) {
    const message = 'must be * or entity tags, such as "3"';
    return refuse('bad-request', { errors: [{ path: '/headers/if-match', message }] });
  }
  // Weak tags never match here: the comparison is strong.
  const strong = tags.filter(({ isWeak }) => !isWeak).map(({ tag }) => tag);
  return ok((version) => strong.includes(String(version)));
}

/** Whether the asker has this version already, by `If-None-Match`. */
export function isKnown(request: FastifyRequest, interview: Pick<Interview, 'version'>): boolean {
  const header = request.headers['if-none-match'];
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const own = entityTag(interview);
  return (readTags(header) ?? []).some(({ tag }) => `"${tag}"` === own);
}

function readTags(header: string): { isWeak: boolean; tag: string }[] | undefined {
  const tags: { isWeak: boolean; tag: string }[] = [];
  for (let rest = header; rest.trim() !== '';) {
    const [found, weak, tag] = TAG.exec(rest) ?? [];
    if (found === undefined || tag === undefined) return undefined;
    tags.push({ isWeak: weak !== undefined, tag });
    rest = rest.slice(found.length);
  }
  return tags.length > 0 ? tags : undefined;
}
