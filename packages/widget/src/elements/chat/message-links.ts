/** A web address within a text. */
export interface MessageLink {
  readonly start: number;
  readonly end: number;
  readonly address: string;
  /** The host that it leads to, where the address as written could be taken for another; else `''`. */
  readonly leadsTo: string;
}

/** Without characters that are invisible or turn the direction of reading. */
const ADDRESS = /https?:\/\/[^\s<>"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gi;
/** What ends a sentence and not an address. */
const PUNCTUATION = /[.,;:!?'"`*_~…·。、，．！？；：”’」』】》〉]+$/u;
const BRACKETS = /[)\]}）］｝]$/u;
const PAIRS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '］': '［',
  '｝': '｛',
};
/** Particles and copulas that Korean writes without a space, after what is no Hangul itself. */
const PARTICLES = new RegExp(
  `(?<![가-힣])(?:${[
    '을|를|이|가|은|는|에|의|와|과|도|만|로|으로|에서|에게|에는|에도|에서는|에서도|로는|으로는',
    '까지|부터|보다|처럼|마다|이나|나|이랑|랑|하고|이라고|라고|이라는|라는|이란|란|용',
    '입니다|이에요|예요|이고|인데|인데요|이요|요|이며|입니까|인가요|이죠|죠',
  ].join('|')})$`,
  'u',
);

/** The web addresses of a text, in order. Only http and https, as others can run programs. */
export function messageLinks(text: string): MessageLink[] {
  const links: MessageLink[] = [];
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnding(found);
    if (!URL.canParse(address)) continue;
    const end = index + address.length;
    links.push({ start: index, end, address, leadsTo: hiddenHost(address) });
  }
  return links;
}

function withoutEnding(found: string): string {
  let address = found;
  for (let before = ''; before !== address;) {
    before = address;
    address = withoutOpenBracket(address.replace(PUNCTUATION, '')).replace(PARTICLES, '');
  }
  return address;
}

/** A closing bracket belongs to the address only where it was opened in it. */
function withoutOpenBracket(address: string): string {
  const closing = BRACKETS.exec(address)?.[0];
  if (closing === undefined) return address;
  const count = (symbol: string) => address.split(symbol).length;
  return count(closing) > count(PAIRS[closing] ?? '') ? address.slice(0, -1) : address;
}

/**
 * Letters of other scripts look like Latin ones, and what stands before an `@` looks like a host: there
 * the host is told as the network knows it (RFC 3492).
 */
function hiddenHost(address: string): string {
  const { host, username, password } = new URL(address);
  const written = /^https?:\/\/([^/?#\\]*)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  const plain =
    username === '' &&
    password === '' &&
    written.replace(/:\d*$/, '') === host.replace(/:\d*$/, '');
  return plain ? '' : host;
}
