/** A sentence as a heading: without its full stop, which is `。` in Japanese and Chinese. */
export function asHeading(sentence: string): string {
  return sentence.replace(/[.。]$/u, '');
}
