import { type TemplateResult, html, nothing } from 'lit';
import { type MessageLink, messageLinks } from './message-links.ts';

/** Shown of a long message until more is asked for. */
const LINES = 12;
/** Of a Latin letter's width; Korean, Chinese and Japanese take two. */
const LINE_WIDTH = 44;
/** A message that is little longer is shown whole. */
const SLACK_LINES = 3;
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;

/** The text with its web addresses as links. Text stays text: nothing in it is read as HTML. */
export function messageText(text: string, end = text.length): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let from = 0;
  for (const link of messageLinks(text)) {
    if (link.start >= end) break;
    parts.push(text.slice(from, link.start), linkTemplate(link));
    from = link.end;
  }
  if (from < end) parts.push(text.slice(from, end));
  return parts.filter((part) => part !== '');
}

function linkTemplate({ address, leadsTo }: MessageLink) {
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow" dir="ltr"
      >${address}</a
    >${leadsTo === '' ? nothing : html`<bdi class="leads-to"> (${leadsTo})</bdi>`}`;
}

/** Where a long message is cut: never within a web address. `null`: it is shown whole. */
export function excerptEnd(text: string): number | null {
  if (text.length < LINES * (LINE_WIDTH / 2) && text.split('\n').length <= LINES) return null;
  let lines = 1;
  let width = 0;
  let end: number | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const symbol = text.charAt(index);
    if (symbol !== '\n') width += WIDE.test(symbol) ? 2 : 1;
    if (symbol === '\n' || width > LINE_WIDTH) {
      lines += 1;
      width = 0;
      if (lines === LINES + 1) end = index;
    }
  }
  return end === null || lines <= LINES + SLACK_LINES ? null : atWordEnd(text, end);
}

function atWordEnd(text: string, index: number): number {
  const link = messageLinks(text).find(({ start, end }) => start < index && index < end);
  if (link !== undefined) return link.end;
  const space = text.lastIndexOf(' ', index);
  const end = space > Math.max(0, index - LINE_WIDTH) ? space : index;
  // Not between the two halves of a symbol.
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end + 1 : end;
}

/** One to three emoji and nothing else, which are shown larger. */
export function isEmojiOnly(text: string): boolean {
  return (
    text.length <= 24 &&
    /^(?:\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*\s*){1,3}$/u.test(
      text,
    )
  );
}
