import type { RendevError, RendevErrorCode } from './rendev-error.ts';

const PASSING: readonly RendevErrorCode[] = [
  'server-unreachable',
  'timeout',
  'unavailable',
  'internal',
  'rate-limited',
];

/** Whether the same request may succeed by itself in a moment, so that it is worth repeating. */
export function isPassing({ code }: RendevError): boolean {
  return PASSING.includes(code);
}
