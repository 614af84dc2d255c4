import { type TemplateResult, html } from 'lit';

const LINK = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence and not an address. */
const TRAILING = /[.,;:!?'")\]}…。，！？」』]+$/u;

/** The text with its web addresses as links. Text stays text: nothing in it is read as HTML. */
export function messageText(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, '');
    if (!URL.canParse(address)) continue;
    parts.push(
      text.slice(end, match.index),
      html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`,
    );
    end = match.index + address.length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}
